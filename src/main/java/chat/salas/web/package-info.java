/**
 * What all HTTP shares: problem+json for every failure, request ids, security headers, the origin check, the client's address
 * behind a proxy, the session cookie, and who acts, and the door to the figures. Uses kernel, metrics and account; the faces use it.
 *
 * <p>One table ({@link chat.salas.web.Failures}) turns whatever was thrown into an answer, because Micronaut's own handlers all
 * end in {@link io.micronaut.http.server.exceptions.response.ErrorResponseProcessor}. Controllers throw
 * {@link chat.salas.kernel.Problem}, take {@code Actor actor} as an argument (401 without one), and carry
 * {@code @ExecuteOn(TaskExecutors.VIRTUAL)} and {@code @Secured}.
 *
 * <p>JSON is strict: unknown fields and wrong types are 400 and name the field (Micronaut's reader would turn 5 into "5" and
 * "yes" into false); a field that is absent and one that is null are the same. Clients ignore fields that they do not know, the
 * server does not: API.md lets answers grow, and a misspelt setting must not be dropped in silence.
 *
 * <p>Paths below /api are matched by routes below /api only, whatever catch-all the pages have: see {@link
 * chat.salas.web.ApiPaths}. An unknown bearer token is 401 also where nobody needs to be signed in.
 */
@NullMarked
package chat.salas.web;

import org.jspecify.annotations.NullMarked;
