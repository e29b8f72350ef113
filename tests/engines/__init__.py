"""The built book in other engines than Chromium: Firefox, Safari's (WebKitGTK), and the Chromium of Chrome 109."""
