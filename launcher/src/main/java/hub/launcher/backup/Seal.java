package hub.launcher.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The encryption of one file: AES-256-GCM, piece by piece, with a key made from the passphrase and the file's own salt (PBKDF2). A piece carries its number and
 * whether it is the last in its nonce, so that pieces that are left out, exchanged or cut off at the end are noticed; the head of the file is sealed with each.
 */
final class Seal {
    static final int PIECE = 64 * 1024;
    static final int TAG = 16;

    private static final byte[] MAGIC = "HEARTH-BACKUP-1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT = 16;
    private static final int ROUNDS = 600_000;
    private static final int KEY_BITS = 256;
    private static final int NONCE = 12;
    static final int HEAD = MAGIC.length + SALT;

    private final SecretKeySpec key;
    private final byte[] head;

    private Seal(SecretKeySpec key, byte[] head) {
        this.key = key;
        this.head = head;
    }

    static Seal fresh(Passphrase passphrase) {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        byte[] head = Arrays.copyOf(MAGIC, HEAD);
        System.arraycopy(salt, 0, head, MAGIC.length, SALT);
        return of(passphrase, head);
    }

    /** @throws BackupRefused if no backup of ours begins like that */
    static Seal read(Passphrase passphrase, byte[] head) {
        if (head.length != HEAD || !Arrays.equals(MAGIC, Arrays.copyOf(head, MAGIC.length))) {
            throw new BackupRefused("This file is no backup of Hearth.");
        }
        return of(passphrase, head);
    }

    private static Seal of(Passphrase passphrase, byte[] head) {
        byte[] salt = Arrays.copyOfRange(head, MAGIC.length, HEAD);
        PBEKeySpec spec = new PBEKeySpec(passphrase.characters(), salt, ROUNDS, KEY_BITS);
        try {
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
            return new Seal(new SecretKeySpec(key, "AES"), head);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            spec.clearPassword();
        }
    }

    byte[] head() {
        return head.clone();
    }

    byte[] seal(long number, boolean last, byte[] bytes, int length) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, number, last).doFinal(bytes, 0, length);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws IOException if it is not what was sealed as that piece */
    byte[] open(long number, boolean last, byte[] bytes, int length) throws IOException {
        try {
            return cipher(Cipher.DECRYPT_MODE, number, last).doFinal(bytes, 0, length);
        } catch (AEADBadTagException notOurs) {
            throw new IOException("Piece " + number + " is not what was written", notOurs);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Cipher cipher(int mode, long number, boolean last) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] nonce =
                ByteBuffer.allocate(NONCE).putInt(last ? 1 : 0).putLong(number).array();
        cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        cipher.updateAAD(head);
        return cipher;
    }
}
