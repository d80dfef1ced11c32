// Run by initiate.sh, on the machine of mongod itself: as long as nobody exists, MongoDB lets in whoever comes from there.
const admin = db.getSiblingDB('admin');
const { MONGODB_HOST, MONGODB_ADMIN_PASSWORD, MONGODB_PASSWORD } = process.env;

function signedIn() {
  try {
    return admin.auth('admin', MONGODB_ADMIN_PASSWORD).ok === 1;
  } catch (notYet) {
    return false;
  }
}

function untilPrimary() {
  while (!db.hello().isWritablePrimary) {
    sleep(200);
  }
}

if (!signedIn()) {
  try {
    rs.initiate({ _id: 'hearth', members: [{ _id: 0, host: MONGODB_HOST }] });
  } catch (error) {
    if (error.codeName !== 'AlreadyInitialized') {
      throw error;
    }
  }
  untilPrimary();
  admin.createUser({ user: 'admin', pwd: MONGODB_ADMIN_PASSWORD, roles: ['root'] });
  admin.auth('admin', MONGODB_ADMIN_PASSWORD);
}
untilPrimary();
const hearth = db.getSiblingDB('hearth');
const account = { pwd: MONGODB_PASSWORD, roles: [{ role: 'readWrite', db: 'hearth' }] };
if (hearth.getUser('hearth') === null) {
  hearth.createUser({ user: 'hearth', ...account });
} else {
  hearth.updateUser('hearth', account);
}
print('MongoDB is ready for Hearth');
