package dev.migrate.testing;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.springframework.util.FileSystemUtils;

/** A headless Chromium (Debian's packages), with a profile of its own that is gone when it is closed. */
public final class TestBrowser implements AutoCloseable {

    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private final Path profile;
    private final ChromeDriverService service;
    private final RemoteWebDriver driver;

    private TestBrowser() throws IOException {
        profile = Files.createTempDirectory("chromium");
        service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        service.start();
        driver = new RemoteWebDriver(service.getUrl(), options(), false);
    }

    /** One that was just started. Where it is not installed the test fails in CI, else it is skipped. */
    public static TestBrowser started() {
        demandInstalled();
        try {
            return new TestBrowser();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void demandInstalled() {
        if (Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER)) {
            return;
        }
        String sentence = "Chromium is not installed here, so nothing is known of the dashboard in a browser;"
                + " on Debian: apt-get install chromium chromium-driver";
        if (System.getenv("CI") != null) {
            fail(sentence);
        }
        System.err.println(sentence);
        abort(sentence);
    }

    private ChromeOptions options() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,1600",
                "--user-data-dir=" + profile);
        return options;
    }

    public void open(String url) {
        driver.get(url);
    }

    /** The first element of a CSS selector. */
    public WebElement element(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /** The text of the first element, as a person sees it; empty if there is none. */
    public String text(String selector) {
        return (String) script("return document.querySelector(arguments[0])?.innerText ?? ''", selector);
    }

    public int count(String selector) {
        return driver.findElements(By.cssSelector(selector)).size();
    }

    public String title() {
        return driver.getTitle();
    }

    private Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    @Override
    public void close() {
        driver.quit();
        service.stop();
        try {
            FileSystemUtils.deleteRecursively(profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
