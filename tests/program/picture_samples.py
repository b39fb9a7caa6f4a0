"""Small pictures of every kind that a pack may hold, the same 40 x 30 pixels: a disc on a gradient.

SAMPLES["png"] and so on are lists of whole files. A JPEG or WebP is stored as written once; the rest is generated here.
"""
import base64
import struct
import zlib

WIDTH, HEIGHT = 40, 30


def chunk(kind, data):
    """A chunk of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_of(rows, width, height, depth=8, colour=6):
    """A PNG of rows of bytes: colour 6 is RGBA, 2 RGB, 0 grey."""
    raw = b"".join(b"\0" + row for row in rows)
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(raw, 9)) + chunk(b"IEND", b""))


def pixel(x, y):
    inside = (x - 20) ** 2 + (y - 15) ** 2 < 144
    return (200 - 3 * x) & 255, (40 + 5 * y) & 255, 120 if inside else 220, 255 if inside else 40 + 4 * x


def plain_png():
    return png_of([bytes(c for x in range(WIDTH) for c in pixel(x, y)) for y in range(HEIGHT)], WIDTH, HEIGHT)


def with_checksums(png):
    """The PNG with every chunk's checksum corrected, as far as its lengths lead: damage that passes the checksums."""
    out, at = bytearray(png), 8
    while at + 12 <= len(png):
        length = struct.unpack(">I", png[at:at + 4])[0]
        if at + 12 + length > len(png):
            break
        out[at + 8 + length:at + 12 + length] = struct.pack(">I", zlib.crc32(png[at + 4:at + 8 + length]))
        at += 12 + length
    return bytes(out)


def svg_of(content, attributes='viewBox="0 0 40 30"'):
    return (f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {attributes}>{content}</svg>\n'
            .encode())


def full_svg():
    """Most of what an SVG can hold: styles, gradients, patterns, clips, masks, filters, uses, and a picture in it."""
    inner = base64.b64encode(plain_png()).decode()
    return svg_of(f"""
<style>.a {{ fill: #0b5d5e; stroke: rgb(10, 20%, 30); stroke-width: 1.5 }} #b > rect {{ opacity: .5 }}</style>
<defs>
  <linearGradient id="g" x1="0" y1="0" x2="1" y2="1" gradientTransform="rotate(30)">
    <stop offset="0" stop-color="#c8442f"/><stop offset="100%" stop-color="gold" stop-opacity=".4"/></linearGradient>
  <radialGradient id="r" xlink:href="#g" cx="50%" cy="40%" r="60%" spreadMethod="reflect"/>
  <pattern id="p" width="4" height="4" patternUnits="userSpaceOnUse"><circle cx="2" cy="2" r="1.5" fill="url(#g)"/></pattern>
  <clipPath id="c"><path d="M2 2h30v20H2z"/></clipPath>
  <mask id="m"><rect width="40" height="30" fill="#fff" fill-opacity="0.7"/></mask>
  <filter id="f" x="-10%" width="120%"><feGaussianBlur stdDeviation="1 2"/><feOffset dx="1" dy="1" result="o"/>
    <feColorMatrix type="saturate" values="0.5"/><feMerge><feMergeNode in="o"/><feMergeNode in="SourceGraphic"/></feMerge></filter>
  <symbol id="s" viewBox="0 0 10 10"><path class="a" d="M1 1 L9 1 Q9 9 5 9 T1 1 A3 3 0 0 1 4 4 C1 2 3 4 5 6 Z"/></symbol>
</defs>
<g id="b" clip-path="url(#c)"><rect width="40" height="30" fill="url(#r)"/><ellipse cx="20" cy="15" rx="18" ry="9" fill="url(#p)"/></g>
<g mask="url(#m)" filter="url(#f)"><use xlink:href="#s" x="5" y="5" width="20" height="20" transform="skewX(10) scale(1.2)"/></g>
<polyline points="1,1 5,20 9,3 30,28" fill="none" stroke="black" stroke-dasharray="3 1" stroke-linecap="round"/>
<image width="12" height="9" x="26" y="2" xlink:href="data:image/png;base64,{inner}"/>
<text x="3" y="27" font-size="5" font-family="sans-serif">Text &amp; <tspan dy="1">more</tspan></text>
""")


def kept(text):
    return base64.b64decode(text)


SAMPLES = {
    "png": [
        plain_png(),
        with_checksums(png_of([bytes((x * 5 + y) & 255 for x in range(WIDTH * 2)) for y in range(HEIGHT)], WIDTH, HEIGHT,
                              depth=16, colour=0)),
        # a palette with transparency, interlaced
        kept(
            "iVBORw0KGgoAAAANSUhEUgAAACgAAAAeCAMAAAEeBJx5AAAABGdBTUEAALGPC/xhBQAAACBjSFJNAAB6JgAAgIQAAPoAAACA6AAAdTAAAOpgAAA6"
            "mAAAF3CculE8AAAAQlBMVEX///9/MNxoNdxUPNxkRNymZniMPHiPUHh2U3hUfdxidNyPcHh0cHiljXiPjnh1jXh/stxlldtkotyOpHhXs9t6onjq"
            "rQ67AAAAAXRSTlMAQObYZgAAAAFiS0dEAIgFHUgAAAHQSURBVDjLdVOLsqsgEKMI8lh5qv//qze7YNXpubFlmDRdlmxUSqmPxmK94TVXrPvJq9Lg"
            "V+ejUmnbIvP1YF7Z1WltZEfOe82/qZRzKS2IQNVa+9CiutaL7Nb1o41sV+fwL9ZaSx7FmU2JCFtm045aRbZq3/ezH6NYVfXazuKARtV5Ape264ry"
            "+mOMmaR1OAUnercZEy+Sj8N5QIxhtp1AZqKylQeJbhJ6AGrr4T59585q70fvx7MfbglXXpZHl6NR3P4m0eaqmbtJbh3wbNMyT7eWzWI8lNZa5whc"
            "wIVmn5ZJgpugY1xu0tK4KLiLnHfHPfHvQSawOfMMYXx/GJIGqVq47v4lz9buu4sdYtJxHG+XOA39eA2OKZDvaU631OfyUZyElezm8qv6OssZ0MPK"
            "H+FIxMDipKIxQ/mSWdZhkfx4RGYK41vILrP7AvIymqB1hC4+hXbAYSbQYC54iAJ0UIZfIRKKkeDjtxFKE+Mjg5LY7zTpii7AuvASJpsEmXKmQnnj"
            "USPRTQo+hRdIxkk8eygb6rWXcCrzQDmLIMr430IMPOFtyfKU88Qn1tZawJvzM+v9C+SmVTydI/FXKDgynBp8GydnZOd/wjrQex3lgH/dtSB0l8uT"
            "lAAAAABJRU5ErkJggg=="),
    ],
    "jpg": [
        # rotated by its EXIF orientation
        kept(
            "/9j/4QAiRXhpZgAASUkqAAgAAAABABIBAwABAAAABgAAAAAAAAD/4AAQSkZJRgABAQAAAQABAAD/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQO"
            "DwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgo"
            "KCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCj/wAARCAAeACgDASIAAhEBAxEB/8QAHAAAAgICAwAAAAAAAAAAAAAABgcABQECAwQI/8QALBAAAQMC"
            "BAQEBwAAAAAAAAAAAQIDBAARBQYhMRJBYXETIlHRJYGEkqHi8f/EABgBAAMBAQAAAAAAAAAAAAAAAAQFBgAC/8QAHREAAQQDAQEAAAAAAAAAAAAA"
            "AQACAyEEEzERIv/aAAwDAQACEQMRAD8A9BS070JZpxeHgkUPTVKJWeFDaACtfrYX2HM+4o0kp3pC50U9OzHPW+b+G6plA1slKSQLX7X7k0bu1j1M"
            "scB5vgWJGfSu/wAKt9R+tdjD8WjYw0vwgpt9IBW0rcdR6i+l/wAC9CrkTfSuNhDkWS2+zottXEOvQ9KIgzy03xadzAPmkQz4++lSrebH30qVTRzU"
            "lD8i073070nc4YO5ExqStaSW31qdQu1gbm5HyJt/adDyd6qsTgsTWS1KbDjd72PI9DyqHkZsb4OokTFnEi3Im+laxcLXMkpZbSdT5iBfhHM0zXsp"
            "QRezkj7k+1ZZwyPBaKI6LXtxKOpV3rmDHkLvviBnyCh2XH30qVaymRrUqkZNSUST2v/Z"),
        # progressive, its colours at half the resolution
        kept(
            "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0o"
            "MCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCj/wgARCAAeACgD"
            "ASIAAhEBAxEB/8QAGwAAAgMAAwAAAAAAAAAAAAAAAAYBBAUCAwf/xAAYAQADAQEAAAAAAAAAAAAAAAADBAUAAf/aAAwDAQACEAMQAAAB9ByNpCMy"
            "dmVxJtAuFNN3TnSrDKiwzTwGcWikn//EABoQAQADAQEBAAAAAAAAAAAAAAIAAQMEERL/2gAIAQEAAQUCU6tRiV3zPU7UzFO319FmV6UzLnZjZ2sw"
            "5faRlzQU6vkErMilU//EABsRAAICAwEAAAAAAAAAAAAAAAACAQMREiFB/9oACAEDAQE/Aa+jzHhNhvgewZz/xAAaEQACAwEBAAAAAAAAAAAAAAAA"
            "AgEDEhEh/9oACAECAQE/Ad5Ev4K40agStu+kOf/EACAQAAEEAQQDAAAAAAAAAAAAAAEAAhARISIxQVEzkaL/2gAIAQEABj8CVv8AS8X0sYPUvvg1"
            "AI4l3RzFCacLC3ctMf/EACAQAQABAwMFAAAAAAAAAAAAAAEQABEhMWFxQVHB4fD/2gAIAQEAAT8hNXXOcA1aufHilGQ6qIUn+sOwQnVNXgNIyZUM"
            "LAXO0RjqPdCraHL3j//aAAwDAQACAAMAAAAQeCz6KP8A/8QAGBEBAQEBAQAAAAAAAAAAAAAAAQAhMUH/2gAIAQMBAT8QA94RTxbQuZrW/8QAGREA"
            "AwEBAQAAAAAAAAAAAAAAAAEhMRFR/9oACAECAQE/EIdHtcIERaOeJI//xAAhEAACAgICAQUAAAAAAAAAAAABEQAhMWFBcVGBodHw8f/aAAgBAQAB"
            "PxDNBooTSg+dB4HJ+RCvjBFwQOcNjyHT9g5mqZoQ9pNoggJ9PsmZalZSjejqZqmaEXFN0CyyPQlfsy1CULNgGnJmapkhsIxo8HR4gTX0NQpVaZZ7"
            "QFz/2Q=="),
        # in print colours (CMYK)
        kept(
            "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwAKBwcIBwYKCAgICwoKCw4YEA4NDQ4dFRYRGCMfJSQiHyIhJis3LyYpNCkhIjBBMTQ5Oz4+PiUuRElDPEg3"
            "PT47/9sAQwEKCwsODQ4cEBAcOygiKDs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7/8AAFAgAHgAoBAEi"
            "AAIRAQMRAQQiAP/EABsAAAICAwEAAAAAAAAAAAAAAAAEBQYBAwcC/8QALxAAAQQBAgMGBAcAAAAAAAAAAQACAwQRBSESMVEGIjJBYXETQkPRRYKD"
            "kZLh4v/EABgBAQEAAwAAAAAAAAAAAAAAAAUEAgMG/8QAHhEAAQMEAwAAAAAAAAAAAAAAAgABAwQhIjEREhP/2gAOBAEAAhEDEQQAAD8A5XE5SdGG"
            "Sy8tjxsMlx5BREblYa0zYKUbW7ZaHH1JU3n3dH1BuA47ddgKS1DUINPh+JOTucNa3cu9k6VSNbmfNqE5efC4sA6AHCaFZsP1s/l/tb68w4uEOyQo"
            "ee9jO6SZqRZNxB24KklpXfS00/s5ZPymZO2XB+H5/W/ypHSdcq6uxwizHMwAvidz9x1GdvtlUefzStezLSuR2YTh8Tg4c9/Q48jyV5rTckJCvN6o"
            "QpRXTQw2XUShBQqIxydNzELRnGBhRzStrSCMEZXWxmwFy+lOUTHtPFUrXqsla9K5wPBK4va7Gxzuf2V1KWtVobcRinjD2Zzg9VmSV8p25L1XqGWQ"
            "N6nc9F7ja3om4XBvILOaePrjtWQxCK5tLE552CzS0iS9aZAwHvHvOxnhHmVdD2bpD55v5D7JutSgpRlkDOHPiJ3LvdTUM3qhIxSlCAKO6SCKy2FC"
            "Chf/2Q=="),
    ],
    "webp": [
        # lossy, with transparency
        kept(
            "UklGRjABAABXRUJQVlA4WAoAAAAQAAAAJwAAHQAAQUxQSFIAAAAFYFzbtpkXFJNmM7Rts8LvaBgRBtK2SS3sF6GpvILX4AGSziYDbAaDCgg51Dog"
            "FlCagKKEygZUFQJdQFnz/9xuL9x2ym333O6I213yuvOX+EMqVlA4ILgAAADQBgCdASooAB4APpVAl0glpCIhMBqtULASiWwAnTMEured/kBfr2lg"
            "zoFNKBuTBnKaqiaCqhCcXAjf7UZJ+EAA/iKpoaOWbbjMWQ1Sn/yuFTXSonJgux/8koIT/e9mDx/XlwgIR3sRrjVttSgMPje/NMg6m+t5GLeQg5hP"
            "Lr8PpbAm62NmihGK8RJ/3IhFWfmh0MvgtH79hK7NuEDsnyTnNzRMii3rdG5VFyRzyJxG3yZb75gv7uAA"),
        # lossless
        kept(
            "UklGRpoAAABXRUJQVlA4TI0AAAAvJ0AHEE0ARNL+4iNE9D/VAiAI/+MWYvD7HwJUoaiRJKWPvJx/j3tM75ur9ptp26ZgDSswxm4P2wAAy0TP5NiM"
            "Nmq77xlI2ya1sF9EdpQjo0ofHAOzHDAR68OqihHvwHpVIt2MzapGvhHb1RDlJuxWU9ROxH41RuP7WW4vw3Y6bPfD7mjYXY6680P8oQ8A"),
        # two frames
        kept(
            "UklGRogCAABXRUJQVlA4WAoAAAASAAAAJwAAHQAAQU5JTQYAAAD/////AABBTk1GEgEAAAAAAAAAACcAAB0AAGQAAAJBTFBIUgAAAAVgXNu2mRcU"
            "k2YztG2zwu9oGBEG0rZJLewXoam8gtfgAZLOJgNsBoMKCDnUOiAWUJqAooTKBlQVAl1AWfP/3G4v3HbKbffc7ojbXfK685f4QypWUDggoAAAAJAG"
            "AJ0BKigAHgA+yVafS6olIqGwGq1RQBkJbACdMsu7X6Bd/nJQKMMJbJoKp0J/QhxWMMfTQjdK8m9iYAAA/R+AJY8xyQm//A/zNa9Std/3Sbr6ayuS"
            "N9dn7agBrjv7pYrHAJ/fKdrRAgcFtyyrCw0KdcySiBVbZLi60v9ZK0+FHk37HrrjVCYGOrfZwgvhgHIl+WFOiPK0iLdbf+7CAABBTk1GQgEAAAAA"
            "AAAAACcAAB0AAGQAAAJBTFBIgAAAAAWZCkT0P+Cotm2nOVdSVhTQkdxBQTS9Gbz3ftowYgIEBAUH2vH6ACNiIEYAQIx4HU/4Eo8EEBjATEIN5Eo1"
            "MjN/vcUtw1tn5YD4am1yKGjs4MQUu3Lyc/7NTxU/p9i7Rhpm0/JRXK86HojzRe+e4X5mRhdNZIDAmBjAQAAZ4b0HVlA4IKIAAABQBgCdASooAB4A"
            "PtFQn0u/pKKhsBqtU/AaCWwAnTLLvjDZtKAEACX1uv06qQRtGVvj1oxIt4gdG+ZQAAD+uQn+uf2gX/+CCmWdbGEzmkb5pxzpthffCFSwskNOG6gL"
            "EKGKbtcIDcaRSqO1X1MBoV+s4KnT4DEzYfJm8HCOTAKm1stDtEaJcdF/pLp4ENW1QeABxl1FT2mRftqjOa26mNBAAABSSUZGGAEAAFdFQlBWUDhY"
            "CgAAABAAAAAnAAAdAABBTFBIUgAAAAVgXNu2mRcUk2YztG2zwu9oGBEG0rZJLewXoam8gtfgAZLOJgNsBoMKCDnUOiAWUJqAooTKBlQVAl1AWfP/"
            "3G4v3HbKbffc7ojbXfK685f4QypWUDggoAAAAJAGAJ0BKigAHgA+yVafS6olIqGwGq1RQBkJbACdMsu7X6Bd/nJQKMMJbJoKp0J/QhxWMMfTQjdK"
            "8m9iYAAA/R+AJY8xyQm//A/zNa9Std/3Sbr6ayuSN9dn7agBrjv7pYrHAJ/fKdrRAgcFtyyrCw0KdcySiBVbZLi60v9ZK0+FHk37HrrjVCYGOrfZ"
            "wgvhgHIl+WFOiPK0iLdbf+7CAAA="),
    ],
    "svg": [
        full_svg(),
        svg_of('<g id="a"><rect width="40" height="30" fill="#dce9e6"/><circle cx="20" cy="15" r="12" fill="#0b5d5e"/></g>'),
    ],
}
