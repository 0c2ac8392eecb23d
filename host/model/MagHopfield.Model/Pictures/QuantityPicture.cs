using System.Numerics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Pictures;
using MagHopfield.Reports;
using MagHopfield.Reports.Fields;

namespace MagHopfield.Model.Pictures;

/// <summary>A picture of one layer of any quantity: numbers from their least to their largest, vectors by length and with arrows.</summary>
internal static class QuantityPicture
{
    private const int Side = 512;

    /// <summary>Draws numbers.</summary>
    /// <param name="name">Name of the quantity.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="numbers">One a cell.</param>
    /// <param name="layer">Layer along z, from 0.</param>
    /// <param name="inside">Whether a cell is in the body.</param>
    public static Figure Of(string name, string unit, ScalarField<double> numbers, int layer, Func<int, bool> inside) =>
        Draw(name, unit, numbers.Mesh, layer, i => numbers[i], null, inside);

    /// <summary>Draws vectors.</summary>
    /// <param name="name">Name of the quantity.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="vectors">One a cell.</param>
    /// <param name="layer">Layer along z, from 0.</param>
    /// <param name="inside">Whether a cell is in the body.</param>
    public static Figure Of<T>(string name, string unit, VectorField<T> vectors, int layer, Func<int, bool> inside)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Draw($"|{name}|", unit, vectors.Mesh, layer, i => vectors[i].Length, i => vectors[i], inside);

    private static Figure Draw(
        string name, string unit, Mesh mesh, int layer, Func<int, double> value, Func<int, Vector3D>? vector, Func<int, bool> inside)
    {
        int first = mesh.Index(0, 0, layer);
        double[] values = [.. Enumerable.Range(first, mesh.Nx * mesh.Ny).Where(inside).Select(value).Where(double.IsFinite)];
        double low = vector is null ? values.DefaultIfEmpty(0).Min() : 0, high = values.DefaultIfEmpty(0).Max();

        // A field that is the same everywhere has the middle colour.
        double span = high > low ? high - low : 1;
        double from = high > low ? low : low - 0.5;
        FieldPanel panel = new(
            new CellGrid(mesh.Nx, mesh.Ny, mesh.Nx * mesh.Dx, mesh.Ny * mesh.Dy),
            i => inside(first + i) ? ComponentColour.Of((2 * (value(first + i) - from) / span) - 1) : ComponentColour.Outside)
        {
            Arrows = new(20, Rgb.Black, EqualLength: false),
            InPlane = vector is null || !(high > 0) ? null : i => (vector(first + i).X / high, vector(first + i).Y / high),
        };
        BarLegend legend = new($"{name} ({unit})", from, from + span, share => ComponentColour.Of((2 * share) - 1))
        {
            Outside = Enumerable.Range(first, mesh.Nx * mesh.Ny).All(inside) ? null : (ComponentColour.Outside, "outside"),
        };
        return FieldFigure.Draw([panel], legend, Side);
    }
}
