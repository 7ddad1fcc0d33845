package vn.chitieu.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import vn.chitieu.notebook.page.PageScripts;

/** One headless Chromium, driven over its DevTools protocol. */
final class Browser implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SECONDS = 180;

    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private String session = "";
    private int lastId;

    /**
     * Starts the browser.
     *
     * @param profile an empty folder for its files
     */
    Browser(Path profile) throws Exception {
        try {
            process = new ProcessBuilder(
                            "chromium",
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--hide-scrollbars",
                            "--disable-backgrounding-occluded-windows",
                            "--disable-renderer-backgrounding",
                            "--disable-background-timer-throttling",
                            "--remote-debugging-port=0",
                            "--user-data-dir=" + profile,
                            "about:blank")
                    .redirectErrorStream(true)
                    .redirectOutput(profile.resolve("chromium.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException("Expecting chromium to start; run .ci/install-tools", e);
        }
        Path port = profile.resolve("DevToolsActivePort");
        for (int waited = 0; !Files.exists(port) || Files.size(port) == 0; waited++) {
            if (waited > 10 * SECONDS || !process.isAlive()) {
                throw new IllegalStateException("Expecting chromium to open its port but it said: "
                        + Files.readString(profile.resolve("chromium.log")));
            }
            Thread.sleep(100);
        }
        List<String> lines = Files.readAllLines(port);
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1)), new Listener())
                .get(SECONDS, TimeUnit.SECONDS);
        String target = call("Target.createTarget", Map.of("url", "about:blank"))
                .get("targetId")
                .asText();
        session = call("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .get("sessionId")
                .asText();
        for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
            call(domain + ".enable", Map.of());
        }
    }

    /** Opens a page from disk and waits until it is loaded; what happened before is forgotten. */
    void open(Path page) throws Exception {
        String url = page.toUri().toString();
        call("Page.navigate", Map.of("url", "about:blank"));
        waitUntil("location.href === 'about:blank' && document.readyState === 'complete'");
        events.clear();
        call("Page.navigate", Map.of("url", url));
        waitUntil("location.href !== 'about:blank' && document.readyState === 'complete'");
        call("Page.bringToFront", Map.of()); // one behind another draws nothing
    }

    private void waitUntil(String condition) throws InterruptedException {
        for (int waited = 0; !value(condition).asBoolean(); waited++) {
            if (waited > 10 * SECONDS) {
                throw new IllegalStateException("Expecting " + condition);
            }
            Thread.sleep(100);
        }
    }

    /**
     * Returns what the page told of errors and breaches of its policy, and what it asked for beside itself and its
     * library.
     */
    List<String> complaints() {
        return events.stream()
                .filter(event -> is(event, "Runtime.exceptionThrown")
                        || is(event, "Page.javascriptDialogOpening")
                        || (is(event, "Log.entryAdded")
                                && !event.at("/params/entry/level").asText().equals("info"))
                        || (is(event, "Runtime.consoleAPICalled")
                                && List.of("error", "warning", "assert")
                                        .contains(event.at("/params/type").asText()))
                        || (is(event, "Network.requestWillBeSent")
                                && !event.at("/params/type").asText().equals("Document")
                                && !isLibraryBeside(event)))
                .map(JsonNode::toString)
                .toList();
    }

    /** Returns whether a page asks for the library that stands beside the folder of its programme. */
    private static boolean isLibraryBeside(JsonNode request) {
        URI page = URI.create(request.at("/params/documentURL").asText());
        URI asked = URI.create(request.at("/params/request/url").asText());
        return asked.getScheme().equals("file")
                && page.resolve("../" + PageScripts.LIBRARY).getPath().equals(asked.getPath());
    }

    /** Returns the value of an expression in the page; waits for promises. */
    JsonNode value(String expression) {
        JsonNode result = call(
                "Runtime.evaluate",
                Map.of("expression", expression, "awaitPromise", true, "returnByValue", true, "userGesture", true));
        if (result.has("exceptionDetails")) {
            throw new IllegalStateException(expression + ": " + result.get("exceptionDetails"));
        }
        return result.at("/result/value");
    }

    void size(int width, int height) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    /** Sets the medium, {@code screen} or {@code print}, and the colour scheme, {@code light} or {@code dark}. */
    void media(String medium, String scheme) {
        call(
                "Emulation.setEmulatedMedia",
                Map.of("media", medium, "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Calls a method of the protocol and returns its result. */
    JsonNode call(String method, Map<String, ?> parameters) {
        int id = ++lastId;
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        try {
            socket.sendText(JSON.writeValueAsString(message), true).get(SECONDS, TimeUnit.SECONDS);
            JsonNode received = answer.get(SECONDS, TimeUnit.SECONDS);
            if (received.has("error")) {
                throw new IllegalStateException(method + ": " + received.get("error"));
            }
            return received.get("result");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(method, e);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(method, e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    private static boolean is(JsonNode event, String method) {
        return event.path("method").asText().equals(method);
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
            text.append(part);
            if (isLast) {
                try {
                    receive(JSON.readTree(text.toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                text.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(part);
        }

        private void receive(JsonNode message) {
            CompletableFuture<JsonNode> answer =
                    answers.remove(message.path("id").asInt());
            if (answer == null) {
                events.add(message);
            } else {
                answer.complete(message);
            }
        }
    }
}
