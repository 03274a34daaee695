/**
 * The screens, all but the chat view ({@code ui.chat}): shell, rail, directory, sign-in and sign-up, invite page, account.
 * Server-side Vaadin Flow in Java: components, {@code frontend/*.css} and LitRenderer templates; no JavaScript files, modules or
 * tools. What only the browser can do at the moment of a key or a click are a few short expressions in Java ({@code
 * ui.chat.Scripts}). Uses account, room, message, live and web; nothing uses it but its own sub-package.
 *
 * <p>Views are package-private {@code @Prototype} beans with constructor injection. Who is looking is decided once for each
 * page ({@link Arrival}) and kept with it ({@link Viewer}), because background threads have no request.
 *
 * <p>What surprised us: Aura computes nearly every colour from three custom properties, so {@code salas.css} sets those and
 * little else; icons are CSS masks ({@link Glyph}), as a LitRenderer row can use them without a component on the server; the
 * rail is a virtual list because a component for each of a thousand rooms would cost megabytes a page.
 */
@NullMarked
package chat.salas.ui;

import org.jspecify.annotations.NullMarked;
