/**
 * Vaadin Flow on Micronaut's Netty: no servlet container, push over micronaut-websocket, the pre-built bundle.
 *
 * <p>Knows nothing of chat and uses no other package of ours. The screens alone know it, and see of it {@link
 * chat.salas.flow.Visitor} (the request that is being answered), {@link chat.salas.flow.PageHears} (when a push arrives), {@link chat.salas.flow.WebSessions} (to end what a
 * browser shows) and {@link chat.salas.flow.OpenPages} (for the meters). Made to be replaced by the official
 * micronaut-vaadin.
 *
 * <ul>
 *   <li>{@code VaadinService}, request, response and session are subclassed directly; where Flow casts to servlet types
 *       its handlers are left out or overridden ({@link chat.salas.flow.FlowService}).
 *   <li>Flow code runs on virtual threads only: it takes the session's lock, and unlocking runs whatever waits for it.
 *       Event loops hand over and return ({@link chat.salas.flow.PageController}, {@link chat.salas.flow.PushSocket}).
 *   <li>The page itself is served without a stored session; only the call that its script makes next creates one, so a
 *       crawler leaves nothing behind.
 *   <li>The UI's routes match only where no other route does, whatever the client accepts: an explicit media type would
 *       otherwise beat a more specific path.
 *   <li>Content-Security-Policy: scripts need the page's nonce or our origin; {@code unsafe-eval} stays because the
 *       client engine builds functions from what the server sends ({@link chat.salas.flow.ContentPolicy}).
 *   <li>A reconnect tells the last message that the browser saw. If the socket lost one after it, the page's state is
 *       sent anew at once, where Flow alone would wait for the next message and five seconds more.
 *   <li>Flow makes the settings of each listener and the list of loaded client parts anew for every page; {@link
 *       chat.salas.flow.Shared} has all pages hold the same ones.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package chat.salas.flow;
