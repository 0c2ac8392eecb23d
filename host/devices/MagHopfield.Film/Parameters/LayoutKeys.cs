using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Model.Keys;
using MagHopfield.Model.Shapes;
using MagHopfield.Toml;

namespace MagHopfield.Film.Parameters;

/// <summary>The keys of [film], [[electrode]], [[gold.terminal]], [array] and [image]: where things are.</summary>
internal static class LayoutKeys
{
    private const string OfPreset = "that of the preset; required without one";
    private const string ForPads = "required for these";

    public static readonly Key<double> Width = Key.Positive("width", "m", "Extent of the film's box along x.").Without(OfPreset);
    public static readonly Key<double> Height = Key.Positive("height", "m", "Extent of the film's box along y.").Without(OfPreset);
    public static readonly Key<double> Thickness = Key.Positive("thickness", "m", "Thickness of the magnetic film.").Without(OfPreset);

    public static readonly Key<int> CellsX = Key.Integer(
        "cells_x", "Number of cells along x.", 2, 10_000)
        .Without("`cell`, or that of the preset");
    public static readonly Key<int> CellsY = Key.Integer(
        "cells_y", "Number of cells along y.", 2, 10_000)
        .Without("`cell`, or that of the preset");

    public static readonly Key<double> Cell = Key.Positive(
        "cell", "m", "Side of a cell at the largest, instead of `cells_x` and `cells_y`; the box is divided into whole cells.")
        .Without("`cells_x` and `cells_y`; beside an [array] that of the preset");

    public static readonly Key<string> Outline = Key.Word(
        "shape",
        "Outline within the box: all of it, the ellipse inscribed in it, or a polygon.",
        ["rectangle", "disk", "polygon"],
        fallback: "rectangle")
        .Without("that of the preset, or {0}");

    public static readonly Key<(double X, double Y)[]> Corners = Key.Points(
        "corners", 3, "m", "Corners of the polygon in order; the last joins the first (even-odd rule).")
        .Without("required for a polygon");

    public static readonly SectionDeclaration Film = new(
        "film",
        false,
        "Box, outline, thickness and mesh of the film. Coordinates begin at the lower-left corner of the box: x to the right, y up. Beside "
        + "an "
        + "[array] its box is that of the rows and columns, beside an [image] its outline that of the picture.",
        [Width, Height, Thickness, CellsX, CellsY, Cell, Outline, Corners]);

    public static readonly Key<string> PadName = Key.Text("name", "Name.").Without("its number");
    public static readonly Key<string> Pad = Key.Word("shape", "Outline of the pad.", ["disk", "rectangle", "polygon"], fallback: "disk");
    public static readonly Key<double> X = Key.Number("x", "m", "Centre of a disk or rectangle along x.").Without(ForPads);
    public static readonly Key<double> Y = Key.Number("y", "m", "Centre of a disk or rectangle along y.").Without(ForPads);
    public static readonly Key<double> Radius = Key.Positive("radius", "m", "Radius of a disk.").Without("required for a disk");
    public static readonly Key<double> PadWidth = Key.Positive(
        "width", "m", "Extent of a rectangle along x.")
        .Without("required for a rectangle");
    public static readonly Key<double> PadHeight = Key.Positive(
        "height", "m", "Extent of a rectangle along y.")
        .Without("required for a rectangle");

    private static readonly KeyDeclaration[] OwnPadKeys = [PadName, Pad, X, Y, Radius, PadWidth, PadHeight, Corners];

    public static readonly KeyDeclaration[] PadKeys =
        [.. OwnPadKeys, .. ShapeKeys.All.Where(key => OwnPadKeys.All(own => own.Name != key.Name))];

    public static readonly SectionDeclaration Electrode = new(
        "electrode",
        true,
        "An electrode of the film; at least two. Nodes are numbered in their order, by convention row by row from the top left: four "
        + "corners are "
        + "1 2 / 3 4. A disk centred on a corner of the film is a quarter disk. With `centre` it is any shape of [[geometry]], by the keys "
        + "and the coordinates of that. Without any, and without [array] and [image], they are the preset's.",
        PadKeys);

    public static readonly SectionDeclaration Terminal = new(
        "gold.terminal",
        true,
        "A terminal of the gold layer, as many as electrodes and in their order; without any they lie where the electrodes do.",
        PadKeys);

    public static readonly Key<int> Rows = Key.Integer("rows", "Number of rows.", 1, 1000);
    public static readonly Key<int> Columns = Key.Integer("columns", "Number of columns.", 1, 1000);
    public static readonly Key<double> Pitch = Key.Positive("pitch", "m", "Distance between the centres of neighbours.");

    public static readonly Key<double> Padding = Key.Number(
        "padding", "m", "Distance from the outermost centres to the edge of the film; 0 puts pads on edges and corners.", minimum: 0);

    public static readonly Key<string> ArrayPad = Key.Word("pad_shape", "Shape of the pads.", ["disk", "square"], fallback: "disk");
    public static readonly Key<double> PadSize = Key.Positive("pad_size", "m", "Diameter or side of a pad, below the pitch.");
    public static readonly Key<string> GoldPad = Key.Word(
        "gold_pad_shape", "Shape of the gold's terminals.", ["disk", "square"])
        .Without("`pad_shape`");
    public static readonly Key<double> GoldPadSize = Key.Positive(
        "gold_pad_size", "m", "Diameter or side of the gold's terminals.")
        .Without("`pad_size`");

    public static readonly SectionDeclaration Array = new(
        "array",
        false,
        "Electrodes in rows and columns on one continuous sheet, numbered row by row from the top left, instead of [[electrode]].",
        [Rows, Columns, Pitch, Padding, ArrayPad, PadSize, GoldPad, GoldPadSize]);

    public static readonly Key<string> ImageFile = Key.Text(
        "file", "Path of a PNG image, from the folder of the film file; it is stretched over the box.");
    public static readonly Key<string> GoldFile = Key.Text(
        "gold_file", "Path of a PNG image of the gold's terminals.")
        .Without("as the electrodes");
    public static readonly Key<int> Outside = Key.Colour("outside", "Colour outside the film.", "#ffffff");
    public static readonly Key<int> Bare = Key.Colour("film", "Colour of the film between the electrodes.", "#808080");
    public static readonly Key<int[]> Colours = Key.Colours(
        "electrodes", "Colours of the electrodes in the order of the nodes.", "each \"#rrggbb\"; at least two");

    public static readonly SectionDeclaration Image = new(
        "image",
        false,
        "Outline and electrodes drawn as an image whose colours are the outside, the bare film and each electrode, instead of "
        + "[[electrode]].",
        [ImageFile, GoldFile, Outside, Bare, Colours]);
}
