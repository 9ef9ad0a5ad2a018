//! The page `/_mock` in a browser: what one sees, and that nothing which a client sends runs in it.
//!
//! It takes chromedriver and the browser that belongs to it (Debian: `apt-get install chromium chromium-driver`). Where they
//! aren't, the test says so and ends. Pictures of the page are left in `target/tmp`.

mod driver;
mod support;

use driver::Browser;
use sdk_mock::MockService;
use serde_json::{Value, json};
use std::time::Duration;
use support::{Signer, call, network, start, with_headers};

/// The least contrast between a text and what is behind it, by
/// [WCAG 2.2](https://www.w3.org/TR/WCAG22/#contrast-minimum), of all that is shown; what it is, and how bright the page is.
const CONTRAST: &str = r"
    const parts = (colour) => colour.match(/[\d.]+/g).map(Number);
    const bright = (colour) => {
        const [r, g, b] = parts(colour).map((part) => part / 255).map((part) =>
            part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const back = (element) => {
        for (; element; element = element.parentElement) {
            const colour = getComputedStyle(element).backgroundColor;
            if ((parts(colour)[3] ?? 1) === 1) return bright(colour);
        }
        return 1;
    };
    const ratio = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    let least = [99, ''];
    for (const element of document.body.querySelectorAll('*')) {
        const own = Array.from(element.childNodes).some((node) => node.nodeType === 3 && node.data.trim());
        if (!own || !element.checkVisibility()) continue;
        const found = ratio(bright(getComputedStyle(element).color), back(element));
        if (found < least[0]) least = [found, element.outerHTML.slice(0, 200)];
    }
    const input = document.getElementById('filter');
    const hint = ratio(bright(getComputedStyle(input, '::placeholder').color), back(input));
    if (hint < least[0]) least = [hint, 'the hint of the filter'];
    return [...least, back(document.body)];
";

/// The texts in the columns of numbers that take more than a line, and how far the page is wider than its window.
const LAYOUT: &str = r"
    const broken = Array.from(document.querySelectorAll('time, .took, .status')).filter((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return new Set(Array.from(range.getClientRects(), (rect) => Math.round(rect.top))).size !== 1;
    });
    return [broken.map((element) => element.outerHTML), document.documentElement.scrollWidth - document.documentElement.clientWidth,
        document.querySelectorAll('.took').length];
";

#[tokio::test(flavor = "multi_thread")]
async fn the_page_in_a_browser() {
    let browser = match Browser::start() {
        Ok(browser) => browser,
        Err(why) => {
            println!("skipped: there is no browser to drive here: {why}");
            println!("(Debian has both parts: apt-get install chromium chromium-driver)");
            return;
        }
    };
    let service = start().await;
    browser.open(&format!("{}/_mock", service.url()));
    shows_requests_as_they_come(&browser, &service).await;
    hides_secrets(&browser, &service).await;
    runs_nothing_that_a_client_sends(&browser, &service).await;
    filters(&browser);
    fits_any_window(&browser);
    can_be_read_in_light_and_dark(&browser);
    resets(&browser, &service).await;
    assert_eq!(browser.console(), [""; 0], "the console has nothing to complain of");
    allows_nothing_else(&browser);
    says_when_the_service_is_gone(&browser, service);
}

async fn shows_requests_as_they_come(browser: &Browser, service: &MockService) {
    assert!(browser.run("return document.getElementById('requests').innerText").to_string().contains("None yet"));
    let id = network(service, "Harbor").await;
    browser.wait("document.querySelector('#requests summary')?.innerText.includes('CreateNetwork')");
    browser.click("#requests details summary");
    browser.wait(&format!("document.querySelector('#requests .bodies').innerText.includes('\"networkId\": \"{id}\"')"));
    let time = "/^\\d\\d:\\d\\d:\\d\\d\\.\\d\\d\\d$/.test(document.querySelector('#requests time').innerText)";
    browser.wait(time);
    // What is open or marked stays so while others come: its row is still the same.
    browser.run("document.querySelector('#requests summary').mark = 'here'");
    call(service, "GET /networks?maxResults=0", Value::Null).await;
    browser.wait("document.querySelectorAll('#requests details').length === 2");
    browser.wait("document.querySelector('#requests').lastElementChild.open && document.querySelectorAll('#requests [open]').length === 1");
    assert_eq!(browser.run("return document.querySelector('#requests [open] summary').mark"), "here");
    browser.wait("document.querySelector('#count').innerText === '2'");
    browser.wait("document.querySelector('#state').innerText.includes('networks')");
    // And nothing comes while it isn't asked for.
    browser.click("#live");
    call(service, "GET /networks", Value::Null).await;
    std::thread::sleep(Duration::from_millis(2500));
    assert_eq!(browser.run("return document.querySelectorAll('#requests details').length"), 2);
    browser.click("#live");
    browser.wait("document.querySelectorAll('#requests details').length === 3");
}

async fn hides_secrets(browser: &Browser, service: &MockService) {
    let id = network(service, "Port").await;
    let body = json!({"clientId": "a", "clientSecret": "HUNTER2", "domain": "https://tdf", "provider": "virtru"});
    call(service, &format!("POST /networks/{id}/tdf"), body).await;
    call(service, &format!("GET /networks/{id}/oidc?clientSecret=HUNTER2"), Value::Null).await;
    browser.wait("document.documentElement.textContent.includes('clientSecret=•••')");
    browser.wait("document.querySelector('#requests').textContent.includes('\"clientSecret\": \"•••\"')");
    assert_eq!(browser.run("return document.documentElement.outerHTML.includes('HUNTER2')"), false);
}

async fn runs_nothing_that_a_client_sends(browser: &Browser, service: &MockService) {
    let evil = "<img src=x onerror=evil=1><script>evil=1</script></pre></details>'\"";
    let body = json!({"networkName": evil, "accessLevel": evil, (evil): evil});
    call(service, "POST /networks", body).await;
    for line in ["GET /<script>evil=1</script>", "GET /a?\"onmouseover=evil=1//'>", "<script>evil=1</script> /"] {
        with_headers(service, line, "", "").await;
    }
    let line = "GET /%3Cimg%20src=x%20onerror=evil=1%3E";
    with_headers(service, line, &Signer::of(service).headers(line, &[], ""), "").await;
    browser.wait("document.querySelector('#requests').textContent.includes('/%3Cimg%20src=x')");
    browser.run("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
    assert_eq!(
        browser.run("return [typeof evil, document.querySelectorAll('main img, main script').length]"),
        json!(["undefined", 0])
    );
    browser.run("document.querySelectorAll('details').forEach((one) => { one.open = false; })");
}

fn filters(browser: &Browser) {
    let shown =
        |what: &str| format!("Array.from(document.querySelectorAll('{what}')).filter((row) => row.checkVisibility())");
    let requests = shown("#requests details");
    browser.write("#filter", "422 get");
    browser.wait(&format!("{requests}.length === 1 && {requests}[0].innerText.includes('maxResults: Use 1 to 100')"));
    // Rows that come later are chosen as well, and the choice outlives the page.
    let address = browser.run("return location.href");
    browser.open("about:blank");
    browser.open(address.as_str().expect("a page has an address"));
    browser.wait("document.querySelector('#filter')?.value === '422 get'");
    browser.wait(&format!("{requests}.length === 1"));
    browser.write("#filter", "updatesecuritygroup");
    browser.wait(&format!("{requests}.length === 0 && {}.length === 1", shown("tr.row")));
    browser.write("#filter", " ");
    browser.wait(&format!("{requests}.length > 5 && {}.length === 44", shown("tr.row")));
    browser.write("#filter", "");
}

fn fits_any_window(browser: &Browser) {
    // As long as no request takes; and as short as most do.
    browser.run("document.querySelector('#requests .took').textContent = '1234567.89 ms'");
    for width in [1600, 1100, 800, 500, 360] {
        let size = json!({"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false});
        browser.devtools("Emulation.setDeviceMetricsOverride", size);
        let found = browser.run(LAYOUT);
        assert_eq!(found[0], json!([]), "in more than one line, {width} pixels wide");
        assert!(found[1].as_f64().is_some_and(|surplus| surplus <= 0.0), "{width} pixels wide: {}", found[1]);
        assert!(found[2].as_u64().is_some_and(|count| count > 5), "{found}");
        if width == 360 {
            browser.picture("mock-page-narrow.png");
        }
    }
    browser.devtools("Emulation.clearDeviceMetricsOverride", json!({}));
}

fn can_be_read_in_light_and_dark(browser: &Browser) {
    browser.run("document.querySelectorAll('#requests details')[3].open = true; document.querySelector('#state details').open = true");
    for (scheme, is_dark) in [("light", false), ("dark", true)] {
        let feature = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
        browser.devtools("Emulation.setEmulatedMedia", feature);
        let found = browser.run(CONTRAST);
        assert!(found[0].as_f64().is_some_and(|least| least >= 4.5), "{scheme}: {found}");
        let brightness = found[2].as_f64().expect("a number");
        assert!(if is_dark { brightness < 0.05 } else { brightness > 0.9 }, "{scheme}: {brightness}");
        browser.picture(&format!("mock-page-{scheme}.png"));
    }
    browser.devtools("Emulation.setEmulatedMedia", json!({"features": []}));
}

async fn resets(browser: &Browser, service: &MockService) {
    browser.click("#reset button");
    browser.wait("document.querySelector('#reset button').innerText === 'Forget all?'");
    assert!(service.request_count() > 0, "once is not enough");
    browser.click("#reset button");
    browser.wait("document.querySelector('#requests').innerText.includes('None yet')");
    browser.wait("document.querySelector('#state').innerText.includes('Nothing yet')");
    assert_eq!((service.requests().len(), service.state()), (0, json!({})));
    // Its first request is another than the first was.
    call(service, "GET /networks", Value::Null).await;
    browser.wait("document.querySelector('#requests summary')?.innerText.includes('ListNetworks')");
    assert_eq!(browser.run("return document.querySelectorAll('#requests details').length"), 1);
}

/// The policy holds, and the console would tell.
fn allows_nothing_else(browser: &Browser) {
    browser
        .run("const one = document.createElement('script'); one.textContent = 'evil = 1'; document.body.append(one)");
    browser.run("const one = document.createElement('img'); one.src = '/networks'; document.body.append(one)");
    assert_eq!(browser.run("return typeof evil"), "undefined");
    let console = browser.console();
    assert!(console.iter().filter(|line| line.contains("Content Security Policy")).count() >= 2, "{console:?}");
}

fn says_when_the_service_is_gone(browser: &Browser, service: MockService) {
    drop(service);
    browser.wait("document.querySelector('#told').innerText.includes('does not answer')");
}
