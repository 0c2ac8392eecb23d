using System.Numerics;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.InitialState;

/// <summary>
/// A skyrmion: a disk magnetised against its surroundings, with the profile θ(r) = 2 atan[sinh(R/w)/sinh(r/w)] (X. S. Wang, H. Y. Yuan and
/// X. R. Wang, Commun. Phys. 1, 31 (2018)). Along a periodic axis a cell sees the nearest of its images, so that one at the seam is whole.
/// </summary>
public static class SkyrmionState
{
    /// <summary>A Néel skyrmion, whose wall turns along the radius, as interfacial DMI makes it.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="geometry">Cells to fill; those outside are zero.</param>
    /// <param name="polarity">m_z of the core, +1 or −1.</param>
    /// <param name="outward">+1 if m in the wall points outward, −1 inward.</param>
    /// <param name="radius">Radius R in metres, where m_z = 0.</param>
    /// <param name="wallWidth">Width parameter w in metres.</param>
    /// <param name="centre">Position in metres from the centre of the mesh; z is not used.</param>
    public static VectorField<T> Neel<T>(
        Geometry geometry, int polarity, int outward, double radius, double wallWidth, Vector3D centre = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Create<T>(geometry, polarity, Sign(outward, nameof(outward)) > 0 ? 0 : Math.PI, radius, wallWidth, centre);

    /// <summary>A Bloch skyrmion, whose wall turns along circles, as bulk DMI makes it.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="geometry">Cells to fill; those outside are zero.</param>
    /// <param name="polarity">m_z of the core, +1 or −1.</param>
    /// <param name="circulation">+1 if m in the wall goes counter-clockwise seen from +z, −1 clockwise.</param>
    /// <param name="radius">Radius R in metres, where m_z = 0.</param>
    /// <param name="wallWidth">Width parameter w in metres.</param>
    /// <param name="centre">Position in metres from the centre of the mesh; z is not used.</param>
    public static VectorField<T> Bloch<T>(
        Geometry geometry, int polarity, int circulation, double radius, double wallWidth, Vector3D centre = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Create<T>(geometry, polarity, 0.5 * Math.PI * Sign(circulation, nameof(circulation)), radius, wallWidth, centre);

    private static VectorField<T> Create<T>(
        Geometry geometry, int polarity, double helicity, double radius, double wallWidth, Vector3D centre)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(geometry);
        Sign(polarity, nameof(polarity));
        if (!(radius > 0) || !(wallWidth > 0))
            throw new ArgumentOutOfRangeException(
                nameof(radius), $"Skyrmion: radius {radius} m, wall {wallWidth} m; give positive lengths.");
        Mesh mesh = geometry.Mesh;
        return InitialField.Create<T>(geometry, (px, py, _) =>
        {
            double x = px - centre.X, y = py - centre.Y;
            x = mesh.PeriodicX ? Math.IEEERemainder(x, mesh.Nx * mesh.Dx) : x;
            y = mesh.PeriodicY ? Math.IEEERemainder(y, mesh.Ny * mesh.Dy) : y;
            double r = Math.Sqrt((x * x) + (y * y));
            // The ratio of the hyperbolic sines without overflow far outside.
            double ratio = r == 0 ? double.PositiveInfinity
                : Math.Exp((radius - r) / wallWidth) * (1 - Math.Exp(-2 * radius / wallWidth)) / (1 - Math.Exp(-2 * r / wallWidth));
            (double sin, double cos) = Math.SinCos(2 * Math.Atan(ratio));
            double angle = Math.Atan2(y, x) + helicity;
            return (sin * Math.Cos(angle), sin * Math.Sin(angle), -polarity * cos);
        });
    }

    private static int Sign(int value, string name) =>
        value is 1 or -1 ? value : throw new ArgumentOutOfRangeException(name, $"{name} = {value}; give +1 or -1.");
}
