package chat.salas;

/** The JVM options that Salas wants; each was measured, see {@code deploy/README.md} for what operators may say instead. */
final class JvmOptions {
    /** Nothing here can keep a JVM from starting: one that does not know an option goes on without it. */
    static final String[] ALWAYS = {
        "-XX:+IgnoreUnrecognizedVMOptions",
        "-XX:+UseCompactObjectHeaders",
        // most of the processor's work of a start went into optimising what runs at the start only
        "-XX:Tier4InvocationThreshold=50000",
        "-XX:Tier4MinInvocationThreshold=6000",
        "-XX:Tier4CompileThreshold=150000",
        "-XX:Tier4BackEdgeThreshold=400000",
        // the same for what the training found hot, after 2^15 calls instead of 2^11: a start took 0.07 s less, and two
        // thousand deliveries a second just after it a quarter less processor; under load it is a second later
        "-XX:Tier2InvokeNotifyFreqLog=15",
        // whether the compiler puts Argon2's parts together hung on which it met first: a hash took 23 to 29 ms from
        // start to start
        "-XX:CompileCommand=quiet",
        "-XX:CompileCommand=inline,org.bouncycastle.crypto.generators.Argon2BytesGenerator*::*",
        // what the compilers used goes back to the system
        "-XX:TrimNativeHeapInterval=2000",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        // a cache of another jar or JDK is of no use, and nothing to worry about
        "-Xlog:aot=off",
        "-Xlog:cds=off",
    };

    /**
     * The heap begins as large as a start needs (smaller, the collector ran sixteen times before the server was ready), in
     * small regions, gives back what only the start needed, and may take 40 % of the machine or container. As it keeps little
     * free, the collector must not look for garbage before three quarters are in use for long: at the usual 45 % that of a busy
     * server ran without end. Which collector: Java knows (G1, and the serial one on one processor or less than 2 GB).
     */
    static final String[] HEAP = {
        "-XX:InitialHeapSize=64m",
        "-XX:MinHeapSize=16m",
        "-XX:MaxRAMPercentage=40",
        "-XX:G1HeapRegionSize=1m",
        "-XX:MinHeapFreeRatio=10",
        "-XX:MaxHeapFreeRatio=30",
        "-XX:InitiatingHeapOccupancyPercent=75",
        "-XX:-G1UseAdaptiveIHOP"
    };

    private JvmOptions() {}
}
