using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Model.Keys;

namespace MagHopfield.Model.Shapes;

/// <summary>The pixels of an image that have one of some colours.</summary>
/// <param name="Image">The image; its lower-left corner is that of the mesh.</param>
/// <param name="Colours">The colours, 0xRRGGBB.</param>
/// <param name="Width">Extent of the image along x in metres.</param>
/// <param name="Height">Extent of the image along y in metres.</param>
public sealed record ImageShape(ColourImage Image, IReadOnlyList<int> Colours, double Width, double Height) : PlaneShape
{
    // One flag a pixel, by rows from the bottom.
    private readonly bool[] _inside =
        [.. Enumerable.Range(0, Image.Columns * Image.Rows).Select(k => Colours.Contains(Image[k % Image.Columns, k / Image.Columns]))];

    /// <inheritdoc/>
    public override PlaneBox Bounds
    {
        get
        {
            (int left, int bottom, int right, int top) = (Image.Columns, Image.Rows, 0, 0);
            for (int k = 0; k < _inside.Length; k++)
            {
                if (!_inside[k])
                    continue;
                (int column, int row) = (k % Image.Columns, k / Image.Columns);
                (left, right) = (Math.Min(left, column), Math.Max(right, column + 1));
                (bottom, top) = (Math.Min(bottom, row), Math.Max(top, row + 1));
            }

            double x = Width / Image.Columns;
            double y = Height / Image.Rows;
            return new PlaneBox(left * x, bottom * y, right * x, top * y);
        }
    }

    /// <inheritdoc/>
    public override bool Contains(double x, double y, double tolerance)
    {
        if (At(x, y) || tolerance <= 0)
            return At(x, y);

        // Also across the corners: a mesh point may lie on the corner of a pixel.
        return Row(y - tolerance) || Row(y) || Row(y + tolerance);

        bool Row(double at) => At(x - tolerance, at) || At(x, at) || At(x + tolerance, at);
    }

    private bool At(double x, double y)
    {
        double column = Math.Floor(x / Width * Image.Columns);
        double row = Math.Floor(y / Height * Image.Rows);
        return column >= 0 && row >= 0 && column < Image.Columns && row < Image.Rows
            && _inside[((int)row * Image.Columns) + (int)column];
    }
}
