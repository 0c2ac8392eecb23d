using System.Numerics;
using MagHopfield.Micromagnetics.Backends.Cpu;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Numerics;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Micromagnetics.Torques;

namespace MagHopfield.Bench.Current;

/// <summary>
/// A square film of a chiral magnet under a current that differs from cell to cell: exchange, anisotropy and bulk Dzyaloshinskii-Moriya
/// interaction with open boundaries, and the torque of Zhang and Li, on one thread.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class CurrentCase<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const double Side = 400e-9, Thickness = 1e-6, SaturationMagnetisation = 5.8e5, Damping = 0.3;

    private readonly ThreadTeam _team = new(1);
    private readonly LandauLifshitzGilbert<T>[] _equations;
    private readonly VectorField<T> _m, _rate;

    /// <summary>Makes the film.</summary>
    /// <param name="cells">Cells along each side.</param>
    public CurrentCase(int cells)
    {
        double cell = Side / cells;
        Ferromagnet body = new(new Mesh(cells, cells, 1, cell, cell, Thickness), SaturationMagnetisation);
        _m = RandomState.Create<T>(body.Geometry, 1);
        _rate = new VectorField<T>(body.Mesh);
        IEnergyTerm<T>[] terms =
        [
            new Exchange<T>(body, 7e-12), new UniaxialAnisotropy<T>(body, (0, 0, 1), 5e4), new BulkDmi<T>(body, 2.37e-3),
        ];
        VectorField<T> density = new(body.Mesh);
        for (int c = 0; c < body.Mesh.CellCount; c++)
            density[c] = 1e11 * new Vector3D(Math.Cos(0.1 * c), Math.Sin(0.1 * c), 0);
        CpuBackend<T> backend = new(_team);
        _equations =
        [
            .. Enumerable.Range(0, terms.Length + 1).Select(n =>
                new LandauLifshitzGilbert<T>(body, Damping, terms[..n]) { Backend = backend }),
            new(body, Damping, terms) { Backend = backend, Torques = [new ZhangLi<T>(body, density, 0.5, 0)] },
        ];
    }

    /// <summary>What each of <see cref="Evaluations"/> has more than the one before.</summary>
    public static IReadOnlyList<string> Parts { get; } = ["Landau-Lifshitz", "exchange", "anisotropy", "DMI", "Zhang-Li"];

    /// <summary>Evaluations of dm/dt, each with one part more.</summary>
    public IReadOnlyList<Action> Evaluations =>
        [.. _equations.Select<LandauLifshitzGilbert<T>, Action>(equation => () => equation.Derivative(0, _m, _rate))];

    /// <inheritdoc/>
    public void Dispose() => _team.Dispose();
}
