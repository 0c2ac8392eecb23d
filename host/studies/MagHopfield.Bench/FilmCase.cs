using System.Numerics;
using MagHopfield.Micromagnetics.Backends.Cpu;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Integrators;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Numerics;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Micromagnetics.Terms;

namespace MagHopfield.Bench;

/// <summary>A permalloy body with exchange and the demagnetising field: the case that the engine is timed on.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class FilmCase<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const double SaturationMagnetisation = 8e5;
    private const double ExchangeStiffness = 1.3e-11;
    private const double Cell = 4e-9;
    private const int StagesPerStep = 6;

    // In s. Shorter than what accuracy would choose: every step is accepted, so each costs the same.
    private const double FixedStep = 1e-15;

    private readonly ThreadTeam _team;
    private readonly Simulation<T> _simulation;
    private readonly VectorField<T> _h;

    /// <summary>Makes the body.</summary>
    /// <param name="nx">Cells along x.</param>
    /// <param name="ny">Cells along y.</param>
    /// <param name="nz">Cells along z.</param>
    /// <param name="threads">Number of threads.</param>
    public FilmCase(int nx, int ny, int nz, int threads)
    {
        _team = new ThreadTeam(threads);
        Ferromagnet body = new(new Mesh(nx, ny, nz, Cell, Cell, Cell), SaturationMagnetisation);
        Demagnetisation = new Demagnetisation<T>(body, team: _team);
        _simulation = Simulation(body, Demagnetisation);
        _h = new VectorField<T>(body.Mesh);
    }

    /// <summary>The same body and the same step, one thread, with the demagnetising field of a peer.</summary>
    /// <param name="like">The case to follow; its own demagnetising field is not used.</param>
    /// <param name="addDemagnetisingField">Adds the peer's field of m to h, in A/m.</param>
    internal FilmCase(FilmCase<T> like, Action<VectorField<T>, VectorField<T>> addDemagnetisingField)
    {
        _team = new ThreadTeam(1);
        Ferromagnet body = new(like.Magnetisation.Mesh, SaturationMagnetisation);
        Demagnetisation = like.Demagnetisation;
        CustomField<T> peer = new(body, "peer", (_, m, h) => addDemagnetisingField(m, h), 0.5);
        _simulation = Simulation(body, peer);
        _h = new VectorField<T>(body.Mesh);
    }

    /// <summary>The demagnetising field alone.</summary>
    public Demagnetisation<T> Demagnetisation { get; }

    /// <summary>Unit magnetisation.</summary>
    public VectorField<T> Magnetisation => _simulation.Magnetisation;

    /// <summary>
    /// Bytes that one time step allocates, on all threads, after warming up: the least of several steps, as other parts of the program may
    /// allocate at the same time.
    /// </summary>
    public long AllocatedPerStep()
    {
        Step();
        Step();
        long least = long.MaxValue;
        for (int i = 0; i < 5 && least > 0; i++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            Step();
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        return least;
    }

    /// <summary>Exchange and demagnetising field, once.</summary>
    public void Field() => _simulation.Equation.EffectiveField(Magnetisation, _h);

    /// <summary>The demagnetising field alone, once.</summary>
    public void DemagnetisingField()
    {
        _h.Clear();
        Demagnetisation.AddField(Magnetisation, _h);
    }

    /// <summary>One Dormand-Prince step: six evaluations of field and torque, and the vector work of the step.</summary>
    public void Step() => _simulation.Advance(1e-9);

    /// <summary>Evaluations of the field in a step.</summary>
    public static int EvaluationsPerStep => StagesPerStep;

    /// <inheritdoc/>
    public void Dispose() => _team.Dispose();

    private Simulation<T> Simulation(Ferromagnet body, IEnergyTerm<T> demagnetisation)
    {
        EmbeddedRungeKutta<T> integrator = EmbeddedRungeKutta<T>.DormandPrince54();
        integrator.FixedStep = FixedStep;
        return new(
            new LandauLifshitzGilbert<T>(body, 0.02, new Exchange<T>(body, ExchangeStiffness), demagnetisation)
            {
                Backend = new CpuBackend<T>(_team),
            },
            RandomState.Create<T>(body.Geometry, 1),
            integrator);
    }
}
