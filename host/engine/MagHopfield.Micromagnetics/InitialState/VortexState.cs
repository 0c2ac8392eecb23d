using System.Numerics;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.InitialState;

/// <summary>A vortex: in-plane circles about the z axis, with a core where m turns out of the plane.</summary>
public static class VortexState
{
    /// <summary>Makes the state: m_z = polarity·exp(−2 r²/core²), the rest circular.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="geometry">Cells to fill; those outside are zero.</param>
    /// <param name="circulation">+1 counter-clockwise seen from +z, −1 clockwise.</param>
    /// <param name="polarity">+1 core up, −1 core down.</param>
    /// <param name="coreDiameter">Diameter of the core in metres, about three exchange lengths.</param>
    /// <param name="centre">Position of the core in metres from the centre of the mesh; z is not used.</param>
    public static VectorField<T> Create<T>(
        Geometry geometry, int circulation, int polarity, double coreDiameter = 20e-9, Vector3D centre = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (circulation is not (1 or -1))
            throw new ArgumentOutOfRangeException(nameof(circulation), $"Circulation = {circulation}; give +1 or -1.");
        if (polarity is not (1 or -1))
            throw new ArgumentOutOfRangeException(nameof(polarity), $"Polarity = {polarity}; give +1 or -1.");
        if (!(coreDiameter > 0))
            throw new ArgumentOutOfRangeException(nameof(coreDiameter), $"Core diameter = {coreDiameter} m; give a positive value.");
        return InitialField.Create<T>(geometry, (px, py, _) =>
        {
            double x = px - centre.X, y = py - centre.Y, r = Math.Sqrt((x * x) + (y * y));
            if (r == 0)
                return (0, 0, polarity);
            double mz = polarity * Math.Exp(-2 * r * r / (coreDiameter * coreDiameter));
            double inPlane = circulation * Math.Sqrt(1 - (mz * mz)) / r;
            return (-y * inPlane, x * inPlane, mz);
        });
    }
}
