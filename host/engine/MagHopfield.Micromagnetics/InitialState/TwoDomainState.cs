using System.Numerics;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.InitialState;

/// <summary>
/// Two domains side by side along x, with a wall between them. On a mesh that is periodic along x the right domain meets the left one
/// again: there a second wall of the same profile stands, half a mesh away.
/// </summary>
public static class TwoDomainState
{
    /// <summary>Makes the state.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="geometry">Cells to fill; those outside are zero.</param>
    /// <param name="left">Direction at small x.</param>
    /// <param name="wall">Direction in the middle of the wall.</param>
    /// <param name="right">Direction at large x.</param>
    /// <param name="wallWidth">Full width of the wall in metres.</param>
    /// <param name="position">x of the middle of the wall in metres from the centre of the mesh.</param>
    public static VectorField<T> Create<T>(
        Geometry geometry, Vector3D left, Vector3D wall, Vector3D right, double wallWidth, double position = 0)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!(wallWidth > 0))
            throw new ArgumentOutOfRangeException(nameof(wallWidth), $"Wall width = {wallWidth} m; give a positive value.");
        ArgumentNullException.ThrowIfNull(geometry);
        (Vector3D l, Vector3D w, Vector3D r) = (left.Normalised(), wall.Normalised(), right.Normalised());
        double length = geometry.Mesh.Nx * geometry.Mesh.Dx;
        bool closed = geometry.Mesh.PeriodicX;
        return InitialField.Create<T>(geometry, (x, _, _) =>
        {
            double u = closed ? Math.IEEERemainder(x - position, length) : x - position;

            // Past a quarter of a period the second wall is nearer, with its sides the other way round.
            if (closed && Math.Abs(u) > 0.25 * length)
                u = Math.CopySign(0.5 * length, u) - u;
            double s = Math.Clamp(2 * u / wallWidth, -1, 1);
            return (Math.Cos(0.5 * Math.PI * s) * w) + ((Math.Abs(s) * Math.Abs(Math.Sin(0.5 * Math.PI * s))) * (s < 0 ? l : r));
        });
    }
}
