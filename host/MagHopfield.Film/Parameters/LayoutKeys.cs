using MagHopfield.Micromagnetics.Transport;
using MagHopfield.Toml;
using MagHopfield.Toml.Keys;

namespace MagHopfield.Film.Parameters;

/// <summary>The keys of [film], [[electrode]], [[gold.terminal]], [array] and [image]: where things are.</summary>
internal static class LayoutKeys
{
    private const string OfPreset = "that of the preset; required without one";
    private const string ForPads = "required for these";

    public static readonly NumberKey Width = NumberKey.Positive("width", "m", "Extent of the film's box along x.") with { Without = OfPreset };
    public static readonly NumberKey Height = NumberKey.Positive("height", "m", "Extent of the film's box along y.") with { Without = OfPreset };
    public static readonly NumberKey Thickness = NumberKey.Positive("thickness", "m", "Thickness of the magnetic film.") with { Without = OfPreset };

    public static readonly IntegerKey CellsX = new("cells_x", "Number of cells along x.", 2, 10_000) { Without = "`cell`, or that of the preset" };
    public static readonly IntegerKey CellsY = new("cells_y", "Number of cells along y.", 2, 10_000) { Without = "`cell`, or that of the preset" };

    public static readonly NumberKey Cell = NumberKey.Positive(
        "cell", "m", "Side of a cell at the largest, instead of `cells_x` and `cells_y`; the box is divided into whole cells.") with
    { Without = "`cells_x` and `cells_y`; beside an [array] that of the preset" };

    public static readonly WordKey Outline = new("shape", "Outline within the box: all of it, the ellipse inscribed in it, or a polygon.", ["rectangle", "disk", "polygon"])
    {
        Default = "rectangle",
        Without = "that of the preset, or {0}",
    };

    public static readonly PointsKey Corners = new("corners", "m", "Corners of the polygon in order; the last joins the first (even-odd rule).", 3)
    {
        Without = "required for a polygon",
    };

    public static readonly SectionDeclaration Film = new(
        "film",
        false,
        "Box, outline, thickness and mesh of the film. Coordinates begin at the lower-left corner of the box: x to the right, y up. Beside an "
        + "[array] its box is that of the rows and columns, beside an [image] its outline that of the picture.",
        [Width, Height, Thickness, CellsX, CellsY, Cell, Outline, Corners]);

    public static readonly TextKey PadName = new("name", "Name.") { Without = "its number" };
    public static readonly WordKey Pad = new("shape", "Outline of the pad.", ["disk", "rectangle", "polygon"]) { Default = "disk" };
    public static readonly NumberKey X = new("x", "m", "Centre of a disk or rectangle along x.") { Without = ForPads };
    public static readonly NumberKey Y = new("y", "m", "Centre of a disk or rectangle along y.") { Without = ForPads };
    public static readonly NumberKey Radius = NumberKey.Positive("radius", "m", "Radius of a disk.") with { Without = "required for a disk" };
    public static readonly NumberKey PadWidth = NumberKey.Positive("width", "m", "Extent of a rectangle along x.") with { Without = "required for a rectangle" };
    public static readonly NumberKey PadHeight = NumberKey.Positive("height", "m", "Extent of a rectangle along y.") with { Without = "required for a rectangle" };

    public static readonly KeyDeclaration[] PadKeys = [PadName, Pad, X, Y, Radius, PadWidth, PadHeight, Corners];

    public static readonly SectionDeclaration Electrode = new(
        "electrode",
        true,
        "An electrode of the film; at least two. Nodes are numbered in their order, by convention row by row from the top left: four corners are "
        + "1 2 / 3 4. A disk centred on a corner of the film is a quarter disk. Without any, and without [array] and [image], they are the preset's.",
        PadKeys);

    public static readonly SectionDeclaration Terminal = new(
        "gold.terminal",
        true,
        "A terminal of the gold layer, as many as electrodes and in their order; without any they lie where the electrodes do.",
        PadKeys);

    public static readonly IntegerKey Rows = new("rows", "Number of rows.", 1, 1000);
    public static readonly IntegerKey Columns = new("columns", "Number of columns.", 1, 1000);
    public static readonly NumberKey Pitch = NumberKey.Positive("pitch", "m", "Distance between the centres of neighbours.");

    public static readonly NumberKey Padding = NumberKey.NotNegative(
        "padding", "m", "Distance from the outermost centres to the edge of the film; 0 puts pads on edges and corners.");

    public static readonly WordKey ArrayPad = new("pad_shape", "Shape of the pads.", ["disk", "square"]) { Default = "disk" };
    public static readonly NumberKey PadSize = NumberKey.Positive("pad_size", "m", "Diameter or side of a pad, below the pitch.");
    public static readonly WordKey GoldPad = new("gold_pad_shape", "Shape of the gold's terminals.", ["disk", "square"]) { Without = "`pad_shape`" };
    public static readonly NumberKey GoldPadSize = NumberKey.Positive("gold_pad_size", "m", "Diameter or side of the gold's terminals.") with { Without = "`pad_size`" };

    public static readonly SectionDeclaration Array = new(
        "array",
        false,
        "Electrodes in rows and columns on one continuous sheet, numbered row by row from the top left, instead of [[electrode]].",
        [Rows, Columns, Pitch, Padding, ArrayPad, PadSize, GoldPad, GoldPadSize]);

    public static readonly TextKey ImageFile = new("file", "Path of a PNG image, from the folder of the film file; it is stretched over the box.");
    public static readonly TextKey GoldFile = new("gold_file", "Path of a PNG image of the gold's terminals.") { Without = "as the electrodes" };
    public static readonly TextKey Outside = new("outside", "Colour outside the film, \"#rrggbb\".") { Default = "#ffffff" };
    public static readonly TextKey Bare = new("film", "Colour of the film between the electrodes, \"#rrggbb\".") { Default = "#808080" };
    public static readonly TextsKey Colours = new("electrodes", "Colours of the electrodes in the order of the nodes.", "each \"#rrggbb\"; at least two");

    public static readonly SectionDeclaration Image = new(
        "image",
        false,
        "Outline and electrodes drawn as an image whose colours are the outside, the bare film and each electrode, instead of [[electrode]].",
        [ImageFile, GoldFile, Outside, Bare, Colours]);
}
