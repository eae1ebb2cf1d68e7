# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of pages: how they are drawn, kept, and compared without regard to trifles."""

import functools
import glob
import io
import os
import shutil
import subprocess

from tap import PATIENCE

from postings import Missing

try:
    from PIL import Image, ImageChops, ImageFilter
except ImportError:
    Image = None

# Enough to see where lines, columns and grounds are; in dots per inch.
RESOLUTION = 50
# Pages in a row of a sheet, and the ground between them, in dots.
COLUMNS, GAP, DESK = 4, 6, (120, 120, 126)
# Those that cover most, as they are, and as many again that are as near as they can be to the rest.
COLOURS = 12
# What is compared is the mean of squares of this many dots, which is 8.6 points of a page, wherever
# within a dot to each side they are most alike: another version of poppler, FreeType or Chromium
# draws the same letters bolder, thinner or a part of a dot aside. With cairo in the place of
# poppler's own renderer, which is as different as they come, at most 8 squares in a row differed by
# more than 16 of 255, and 3 by more than 8 in colour alone, and no square by more than 34. A line
# that is missing or moved by 6 points changes 21 in a row and more, another colour of the pay 12.
SQUARE, SHIFTS = 6, ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1))
LIGHT, LIGHT_RUN, LIGHT_FAR = 16, 12, 60
COLOUR, COLOUR_RUN, COLOUR_FAR = 8, 5, 60
# A ground of another colour differs in each of so many squares by so many squares, and by more than
# few colours do (5) or another renderer (7). The palest tint is 13 from the paper.
AROUND, GROUND = 7, 9



def require():
    if Image is None:
        raise Missing('python3-pil is not installed')
    if shutil.which('pdftoppm') is None:
        raise Missing('pdftoppm is not installed (poppler-utils)')


def draw_pages(path):
    """The pages of a PDF."""
    done = subprocess.run(['pdftoppm', '-r', str(RESOLUTION), path], capture_output=True,
                          timeout=60 * PATIENCE, check=True)
    # Plain pictures, one after the other.
    stream, pages = io.BytesIO(done.stdout), []
    while stream.tell() < len(done.stdout):
        if stream.readline() != b'P6\n':
            raise ValueError(f'{path}: pdftoppm did not write a PPM')
        width, height = map(int, stream.readline().split())
        stream.readline()
        pages.append(Image.frombytes('RGB', (width, height), stream.read(width * height * 3)))
    return pages


def draw_by_cairo(path, folder):
    """The pages of a PDF, as another renderer draws them."""
    start = os.path.join(folder, 'cairo')
    subprocess.run(['pdftocairo', '-png', '-r', str(RESOLUTION), path, start],
                   timeout=60 * PATIENCE, check=True)
    pages = []
    for name in sorted(glob.glob(f'{start}-*.png')):
        with Image.open(name) as page:
            pages.append(page.convert('RGB'))
        os.remove(name)
    return pages


def lay_out(pages):
    """One picture of all pages."""
    width, height = pages[0].size
    columns = min(COLUMNS, len(pages))
    rows = (len(pages) + columns - 1) // columns
    sheet = Image.new('RGB', (columns * (width + GAP) - GAP, rows * (height + GAP) - GAP), DESK)
    for number, page in enumerate(pages):
        sheet.paste(page, (number % columns * (width + GAP), number // columns * (height + GAP)))
    return sheet


def read(data):
    return Image.open(io.BytesIO(data)).convert('RGB')


def choose_colours(picture):
    """Those that cover most; and of the others, those that are as near as can be to all, where a
    colour counts for more than a grey, of which there are so many."""
    by_cover = sorted(picture.getcolors(picture.width * picture.height), reverse=True)
    weighed = bytearray()
    for cover, colour in by_cover[COLOURS:]:
        weighed += bytes(colour) * int(cover ** 0.5 * (1 + (max(colour) - min(colour)) / 16) + 1)
    chosen = [value for _, colour in by_cover[:COLOURS] for value in colour]
    if weighed:
        others = Image.frombytes('RGB', (len(weighed) // 3, 1), bytes(weighed))
        others = others.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, kmeans=2)
        chosen += others.getpalette()[:3 * COLOURS]
    return chosen


def keep(picture, path):
    """With few colours and nothing but the picture in the file."""
    colours = choose_colours(picture)
    palette = Image.new('P', (1, 1))
    palette.putpalette(colours + colours[:3] * (256 - len(colours) // 3))
    picture.quantize(palette=palette, dither=Image.Dither.NONE).save(path, optimize=True)


def means(picture):
    width, height = picture.size
    return picture.resize(((width + SQUARE - 1) // SQUARE, (height + SQUARE - 1) // SQUARE),
                          Image.Resampling.BOX)


def squares(picture, reference):
    """By how much each square differs in any of red, green and blue, and in colour alone: two
    pictures in grey."""
    found = []
    for aside, down in SHIFTS:
        moved = ImageChops.offset(reference, aside, down)
        red, green, blue = ImageChops.difference(means(picture), means(moved)).split()
        light = ImageChops.lighter(red, ImageChops.lighter(green, blue))
        _, blueness, redness = ImageChops.difference(
            means(picture.convert('YCbCr')), means(moved.convert('YCbCr'))).split()
        found.append((light, ImageChops.lighter(blueness, redness)))
    return [functools.reduce(ImageChops.darker, of_one) for of_one in zip(*found)]


def find_rows(found, least, run, far):
    """Squares, of which there are RUN and more in a row that differ by more than LEAST; and those
    that differ by more than FAR."""
    amounts, width, places, row = found.tobytes(), found.width, [], []
    for place, amount in enumerate(amounts):
        if place % width == 0 or amount <= least:
            places += row if len(row) > run else []
            row = []
        if amount > least:
            row.append(place)
    places += row if len(row) > run else []
    return places + [place for place, amount in enumerate(amounts) if amount > far]


def find_differences(picture, reference):
    """What a reader would see, with the squares in which it is."""
    light, colour = squares(picture, reference)
    ground = light.filter(ImageFilter.MinFilter(AROUND))
    yield 'light and dark', find_rows(light, LIGHT, LIGHT_RUN, LIGHT_FAR)
    yield 'colour', find_rows(colour, COLOUR, COLOUR_RUN, COLOUR_FAR)
    yield 'the ground', [place for place, amount in enumerate(ground.tobytes()) if amount > GROUND]


def compare(picture, reference):
    """What a reader would see differ; nothing if the pictures are the same but for trifles."""
    if picture.size != reference.size:
        yield f'{picture.width} × {picture.height} dots, not {reference.width} × {reference.height}'
        return
    for what, places in find_differences(picture, reference):
        if places:
            yield f'{what} differs in {len(places)} squares'


def show_difference(picture, reference):
    """The picture, pale, with what differs in red; both side by side if their sizes differ."""
    if picture.size != reference.size:
        both = Image.new('RGB', (picture.width + GAP + reference.width,
                                 max(picture.height, reference.height)), DESK)
        both.paste(reference, (0, 0))
        both.paste(picture, (reference.width + GAP, 0))
        return both
    found = Image.new('L', means(picture).size)
    for _, places in find_differences(picture, reference):
        for place in places:
            found.putpixel((place % found.width, place // found.width), 255)
    mask = found.resize((found.width * SQUARE, found.height * SQUARE), Image.Resampling.NEAREST)
    mask = mask.crop((0, 0, *picture.size))
    pale = Image.blend(picture, Image.new('RGB', picture.size, (255, 255, 255)), 0.6)
    red = Image.blend(picture, Image.new('RGB', picture.size, (220, 0, 0)), 0.6)
    return Image.composite(red, pale, mask)


def save(picture, folder, name):
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, f'{name}.png')
    picture.save(path)
    return path
