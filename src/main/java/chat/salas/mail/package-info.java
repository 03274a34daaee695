/**
 * Letters by e-mail: one SMTP server, configured by SALAS_SMTP_URL, or none. Uses the kernel only; knows no account and no
 * room. Whoever writes composes a {@link chat.salas.mail.Letter} by the {@link chat.salas.mail.Stationery}, which escapes, and
 * hands it to the {@link chat.salas.mail.Mailer}, which never blocks.
 *
 * <p>Letters wait in memory, bounded, and are tried a few times over less than an hour. They are deliberately not written to
 * the database: most hold a link whose secret the server keeps only as a hash. What a restart loses can be sent again by the
 * one who sent it.
 *
 * <p>No header can be injected: addresses with anything but plain characters are refused, subjects and names lose every
 * line break (also Unicode's), control character and direction mark, because Jakarta Mail writes ASCII values as they are.
 *
 * <p>What surprised us: micronaut-email logs exceptions with the addresses in them, so its loggers are off and we log a
 * reason of our own; its API brings no mail implementation along; InternetAddress' constructor with a name checks nothing. A
 * password is only sent over TLS, or to this very machine, unless {@code ?starttls=optional} says otherwise.
 */
@NullMarked
package chat.salas.mail;

import org.jspecify.annotations.NullMarked;
