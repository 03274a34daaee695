/**
 * The REST face: turns JSON into values, takes the Actor, calls one service method and shapes the answer as the wire contract
 * says. Uses web, kernel and the services; never another face.
 *
 * <p>Controllers are package-private and not final, because bodies are validated by interception. They run on virtual threads
 * ({@code @ExecuteOn}), name who may call ({@code @Secured}), and take {@code @Caller Actor actor}: without the annotation the
 * OpenAPI document would list the actor as a parameter. Records for JSON carry 64-bit ids as strings ({@link
 * chat.salas.rest.PathId} reads them back) and {@code Instant}s, which web writes with three decimals.
 *
 * <p>The OpenAPI document is made by the compiler from these classes and their Javadoc, {@link chat.salas.rest.ApiDocument}
 * holds its frame; {@link chat.salas.rest.DocsController} serves it, also as a page made in Java, so that neither a content
 * delivery network nor scripts are needed to read it.
 */
@NullMarked
package chat.salas.rest;

import org.jspecify.annotations.NullMarked;
