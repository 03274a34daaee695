package chat.salas.ops;

import chat.salas.database.SqliteLibrary;
import io.micronaut.context.ApplicationContext;
import org.slf4j.LoggerFactory;

/** How every way of starting puts the parts together. */
final class Contexts {
    private Contexts() {}

    /** All beans and the migrated database, without listening. Looks for no cloud: that would ask the network. */
    static ApplicationContext start() {
        // once and here: two threads that log first at the same time make SLF4J complain to the operator
        LoggerFactory.getILoggerFactory();
        SqliteLibrary.preload();
        ServiceList.use();
        return ApplicationContext.builder()
                .deduceEnvironment(false)
                .bootstrapEnvironment(false)
                .banner(false)
                .start();
    }
}
