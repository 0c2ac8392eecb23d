using System.Numerics;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.InitialState;

/// <summary>Every cell along one direction.</summary>
public static class UniformState
{
    /// <summary>Makes the state.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="geometry">Cells to fill; those outside are zero.</param>
    /// <param name="direction">Direction, of any length but zero.</param>
    public static VectorField<T> Create<T>(Geometry geometry, Vector3D direction)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector3D u = direction.Normalised();
        return InitialField.Create<T>(geometry, (_, _, _) => u);
    }
}
