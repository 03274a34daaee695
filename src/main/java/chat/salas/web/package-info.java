@NullMarked
package chat.salas.web;

import org.jspecify.annotations.NullMarked;
