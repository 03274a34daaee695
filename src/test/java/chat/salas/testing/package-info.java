/**
 * What tests of several packages share.
 *
 * <p>{@link chat.salas.testing.Browser} is a headless Chromium that is found on the machine, or installed from the
 * distribution's packages; a test that needs it fails where there is none, it never skips.
 */
@org.jspecify.annotations.NullMarked
package chat.salas.testing;
