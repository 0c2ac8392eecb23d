using MagHopfield.Micromagnetics.Transport.Outlines;

namespace MagHopfield.Film.Parameters;

/// <summary>The pixels of a labelled image that carry one label, or of all of its film.</summary>
/// <param name="Image">The image; it fills the box of the film.</param>
/// <param name="Label">Label of the region, or null for every pixel of the film, electrodes included.</param>
/// <param name="Width">Extent of the image along x in metres.</param>
/// <param name="Height">Extent of the image along y in metres.</param>
public sealed record ImageShape(LabelledImage Image, int? Label, double Width, double Height) : PlaneShape
{
    /// <inheritdoc/>
    public override PlaneBox Bounds { get; } = BoundsOf(Image, Label, Width, Height);

    /// <inheritdoc/>
    public override bool Contains(double x, double y, double tolerance)
    {
        if (At(x, y) || tolerance <= 0)
            return At(x, y);

        // Also across the corners: a mesh point may lie on the corner of a pixel.
        return Row(y - tolerance) || Row(y) || Row(y + tolerance);

        bool Row(double at) => At(x - tolerance, at) || At(x, at) || At(x + tolerance, at);
    }

    private static bool Has(LabelledImage image, int? label, int column, int row)
    {
        int at = image[column, row];
        return label is null ? at >= LabelledImage.Film : at == label;
    }

    private static PlaneBox BoundsOf(LabelledImage image, int? label, double width, double height)
    {
        (int left, int bottom, int right, int top) = (image.Columns, image.Rows, 0, 0);
        for (int row = 0; row < image.Rows; row++)
        {
            for (int column = 0; column < image.Columns; column++)
            {
                if (Has(image, label, column, row))
                {
                    (left, right) = (Math.Min(left, column), Math.Max(right, column + 1));
                    (bottom, top) = (Math.Min(bottom, row), Math.Max(top, row + 1));
                }
            }
        }

        double x = width / image.Columns;
        double y = height / image.Rows;
        return new PlaneBox(left * x, bottom * y, right * x, top * y);
    }

    private bool At(double x, double y)
    {
        double column = Math.Floor(x / Width * Image.Columns);
        double row = Math.Floor(y / Height * Image.Rows);
        return column >= 0 && row >= 0 && column < Image.Columns && row < Image.Rows && Has(Image, Label, (int)column, (int)row);
    }
}
