using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.Tests.Backends;

/// <summary>A field of the plain back end: memory that nothing else in the engine can read.</summary>
internal sealed class PlainField(Mesh mesh) : IBackendField<double>
{
    public Mesh Mesh { get; } = mesh;

    public Vector3D[] Values { get; } = new Vector3D[mesh.CellCount];

    /// <summary>The cells of a field of this back end; any other one is an error of the engine.</summary>
    public static Vector3D[] Of(IBackendField<double> field) => ((PlainField)field).Values;
}
