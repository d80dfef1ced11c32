package hub.platform.mail;

import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {
    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "20000";

    /** A server that hangs is one that is away. */
    @Bean
    JavaMailSender mailSender(MailSettings settings) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        if (!settings.username().isBlank()) {
            sender.setUsername(settings.username());
            sender.setPassword(settings.password());
        }
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties more = sender.getJavaMailProperties();
        boolean direct = settings.encryption() == MailSettings.Encryption.TLS;
        boolean starttls = settings.encryption() == MailSettings.Encryption.STARTTLS;
        more.setProperty("mail.smtp.auth", Boolean.toString(!settings.username().isBlank()));
        more.setProperty("mail.smtp.ssl.enable", Boolean.toString(direct));
        more.setProperty("mail.smtp.starttls.enable", Boolean.toString(starttls));
        more.setProperty("mail.smtp.starttls.required", Boolean.toString(starttls));
        more.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        more.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        more.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
        more.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
        return sender;
    }

    /** The text of a letter; its HTML is made by the engine of the pages. */
    static TemplateEngine plainText(org.springframework.context.MessageSource messages) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".txt");
        resolver.setTemplateMode(TemplateMode.TEXT);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.setMessageSource(messages);
        return engine;
    }
}
