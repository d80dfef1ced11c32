package hub.forum.groups;

import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.testkit.Browsing;
import hub.testkit.HubIT;
import hub.testkit.People;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@HubIT
@Import(GroupMaker.class)
class ShotsIT {
    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    @Autowired
    GroupMaker making;

    void save(String name, String body) throws Exception {
        Files.writeString(Path.of("/tmp/gshots/" + name + ".html"), body.replace("\"/assets/", "\"assets/"));
    }

    @Test
    void shots() throws Exception {
        Account dawn = people.carer("Dawn Pickering");
        Account gwen = people.carer("Gwen Hughes");
        Account leroy = people.carer("Leroy Bennett");
        Account sunita = people.carer("Sunita Rao");
        Account admin = people.with("Ann Admin", Role.ADMINISTRATOR);
        Account mod = people.with("Ade Bankole", Role.MODERATOR);
        making.aBoard("Everyday caring").there();
        Group lark = making.aConstellation("Larkhill")
                .withHubCarer(people.carer("Marion Whitlock"))
                .withLiaisonWorker(people.with("Priya Nair"))
                .facilitatedBy(gwen)
                .withMembers(dawn, leroy)
                .there();
        Group owls = making.aClosedGroup("Night owls")
                .facilitatedBy(gwen)
                .withMembers(dawn)
                .there();
        Group pals = making.aClosedGroup("Sunday walks").facilitatedBy(gwen).there();
        browsing.as(sunita)
                .post(
                        "/groups/" + owls.id() + "/ask",
                        "text",
                        "I am up with our youngest most nights and could do with company.",
                        "formKey",
                        "");
        browsing.as(dawn).post("/groups/" + pals.id() + "/ask", "text", "", "formKey", "");
        browsing.as(mod).post("/groups/" + lark.id() + "/enter", "reason", "Two reports about one post", "formKey", "");
        browsing.as(admin).post("/groups/" + pals.id() + "/nominate", "account", "leroy-bennett", "role", "member");
        save("list", browsing.as(dawn).get("/groups?done=asked").body());
        save("list-sunita", browsing.as(sunita).get("/groups").body());
        save("group", browsing.as(dawn).get(lark.path()).body());
        save("people", browsing.as(gwen).get("/groups/" + owls.id() + "/people").body());
        save("about", browsing.as(dawn).get("/groups/" + lark.id() + "/about").body());
        save("door", browsing.as(leroy).get(owls.path()).body());
        save("ask", browsing.as(leroy).get("/groups/" + owls.id() + "/ask").body());
        save(
                "agreement",
                browsing.as(leroy).get("/groups/" + pals.id() + "/agreement").body());
        save(
                "nominate",
                browsing.as(admin)
                        .get("/groups/" + lark.id() + "/nominate?q=su")
                        .body());
        save(
                "manage",
                browsing.as(admin).get("/groups/" + lark.id() + "/manage").body());
        save("register", browsing.as(admin).get("/groups/register").body());
        save(
                "form",
                browsing.as(admin)
                        .post("/groups/new", "name", "ab", "version", "0")
                        .body());
        save("leave", browsing.as(dawn).get("/groups/" + lark.id() + "/leave").body());
        save("enter", browsing.as(mod).get("/groups/" + owls.id() + "/enter").body());
    }
}
