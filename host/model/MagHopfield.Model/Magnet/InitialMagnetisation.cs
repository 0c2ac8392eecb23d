using System.Numerics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Model.Keys;

namespace MagHopfield.Model.Magnet;

/// <summary>Makes the magnetisation that a problem starts from.</summary>
public static class InitialMagnetisation
{
    /// <summary>What the state is, in messages.</summary>
    public const string What = "initial state";

    // Width parameter of a skyrmion's wall in diameters; relaxing finds the true one.
    private const double WallShare = 0.125;

    /// <summary>The state on a body.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="geometry">The body.</param>
    /// <param name="initial">The state.</param>
    /// <exception cref="ProblemFileException">Its file cannot be read or does not fit.</exception>
    public static VectorField<T> Create<T>(Geometry geometry, InitialParameters initial)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => initial.State switch
        {
            InitialKind.Uniform => UniformState.Create<T>(geometry, initial.Direction.Normalised()),
            InitialKind.Random => RandomState.Create<T>(geometry, initial.Seed),
            InitialKind.RandomInPlane => RandomState.CreateInPlane<T>(geometry, initial.Seed),
            InitialKind.Vortex => VortexState.Create<T>(geometry, initial.Circulation, initial.Polarity, initial.Diameter, initial.Centre),
            InitialKind.NeelSkyrmion => SkyrmionState.Neel<T>(
                geometry, initial.Polarity, initial.Circulation, 0.5 * initial.Diameter, WallShare * initial.Diameter, initial.Centre),
            InitialKind.BlochSkyrmion => SkyrmionState.Bloch<T>(
                geometry, initial.Polarity, initial.Circulation, 0.5 * initial.Diameter, WallShare * initial.Diameter, initial.Centre),
            InitialKind.TwoDomains => TwoDomainState.Create<T>(
                geometry,
                initial.Direction.Normalised(),
                initial.WallDirection.Normalised(),
                -1 * initial.Direction.Normalised(),
                initial.Diameter),
            InitialKind.Maze => MazeState.Create<T>(geometry, initial.Seed, initial.Diameter),
            _ => FromFile<T>(geometry, initial.File!),
        };

    private static VectorField<T> FromFile<T>(Geometry geometry, string path)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Mesh mesh = geometry.Mesh;
        VectorField<T> field = FieldFile.Read<T>(path, mesh, What, "[initial]");
        VectorField<T> m = new(mesh);
        for (int i = 0; i < mesh.CellCount; i++)
        {
            if (!geometry.Contains(i))
                continue;

            double length = field[i].Length;
            m[i] = length > 0 && double.IsFinite(length)
                ? (1 / length) * field[i]
                : throw new ProblemFileException(
                    $"{What}: '{path}' has no direction in cell {i}, which is inside the body; mend the file or use another.");
        }

        return m;
    }
}
