package chat.salas.ui;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A device as its owner would call it, read from what the client says about itself.
 *
 * @param browser or program, such as Firefox
 * @param system such as Windows
 * @param phone whether it looks like a phone or tablet
 */
record Devices(String browser, String system, boolean phone) {
    private static final int LONGEST = 40;
    private static final Map<String, String> BROWSERS = ordered(
            "Edg/",
            "Edge",
            "OPR/",
            "Opera",
            "Firefox/",
            "Firefox",
            "HeadlessChrome/",
            "Chrome",
            "Chrome/",
            "Chrome",
            "CriOS/",
            "Chrome",
            "FxiOS/",
            "Firefox",
            "Safari/",
            "Safari");
    private static final Map<String, String> SYSTEMS = ordered(
            "Android",
            "Android",
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Windows",
            "Windows",
            "Mac OS X",
            "macOS",
            "CrOS",
            "ChromeOS",
            "Linux",
            "Linux");

    static Devices of(String agent) {
        String browser = find(BROWSERS, agent, agent.substring(0, Math.min(LONGEST, agent.length())));
        String system = find(SYSTEMS, agent, "");
        return new Devices(browser, system, agent.contains("Mobile") || system.equals("iPad"));
    }

    private static String find(Map<String, String> marks, String agent, String otherwise) {
        return marks.entrySet().stream()
                .filter(mark -> agent.contains(mark.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }

    private static Map<String, String> ordered(String... marksAndNames) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < marksAndNames.length; i += 2) {
            all.put(marksAndNames[i], marksAndNames[i + 1]);
        }
        return all;
    }
}
