using System.Numerics;

namespace MagHopfield.Micromagnetics.InitialState;

/// <summary>Two domains side by side along x, with a wall between them.</summary>
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
        (Vector3D l, Vector3D w, Vector3D r) = (left.Normalised(), wall.Normalised(), right.Normalised());
        return InitialField.Create<T>(geometry, (x, _, _) =>
        {
            double s = Math.Clamp(2 * (x - position) / wallWidth, -1, 1);
            return (Math.Cos(0.5 * Math.PI * s) * w) + ((Math.Abs(s) * Math.Abs(Math.Sin(0.5 * Math.PI * s))) * (s < 0 ? l : r));
        });
    }
}
