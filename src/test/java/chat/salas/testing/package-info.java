/**
 * What tests of several packages share.
 *
 * <p>{@link chat.salas.testing.TestServer} is a whole server on a random port with a fresh data folder, {@link
 * chat.salas.testing.Api} talks to it as a browser or a program would.
 *
 * <p>{@link chat.salas.testing.Browser} is a headless Chromium that is found on the machine, or installed from the
 * distribution's packages; a test that needs it fails where there is none, it never skips.
 */
@org.jspecify.annotations.NullMarked
package chat.salas.testing;
