//! Starts the app with the renderer of the chosen feature.

fn main() {
    karta_app::platform::launch(karta_app::Root);
}
