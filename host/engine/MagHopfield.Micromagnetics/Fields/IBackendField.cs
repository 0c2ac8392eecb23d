using System.Numerics;

namespace MagHopfield.Micromagnetics.Fields;

/// <summary>
/// One vector a cell in the memory of a back end, made by it and read by it alone. On processors that is the <see cref="VectorField{T}"/>
/// itself; another back end keeps the numbers where it works on them, and frees them with the object.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public interface IBackendField<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The mesh.</summary>
    Mesh Mesh { get; }
}
