package chat.salas.ui.chat;

import chat.salas.kernel.Actor;

/** Opens rooms for actors. */
interface Desks {
    /** @throws chat.salas.kernel.Problem when the actor is no member */
    Desk open(Actor actor, String slug);
}
