using System.Numerics;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Model.Checking;
using MagHopfield.Model.Problems;

namespace MagHopfield.Model.Running;

/// <summary>
/// Tells of a run whose numbers grow on their own, by what no solution does: m is no number; the energy rises by more than fields and heat
/// can have brought; with a current, which may bring any energy, it changes in steps by more than ∫ −µ0 Ms H·(dm/dt) dV says; with both a
/// current and heat, neighbours fall apart that exchange holds together; at a fixed step m turns by a radian in the root mean square of a
/// step.
/// </summary>
internal sealed class InstabilityCheck<T>(ProblemModel<T> model, StageParameters stage)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Blocks of steps from one look at the energy to the next, which costs about as much as a step.</summary>
    public const int Blocks = 4;

    // Rise of the energy as a share of its parts' sizes, and what may come from nowhere in one step.
    private const double Rise = 0.02, RiseOfStep = 1e-3;

    // Share of µ0 Ms² V below which no change of energy is an explosion: cells no larger than the exchange length cost about ½ each.
    private const double SmallShare = 1e-3;

    // Energy of N moments at a temperature is at most 1.5 N kT above the ground state, ever; the second number is for the fluctuations of a
    // few.
    private const double HeatPerCell = 3, HeatOfFew = 50;

    // Rise of the mean of 1 − m·m' over neighbours: it is 1 for random directions, 0.134 for the tightest spiral that twelve cells resolve.
    private const double FallenApart = 0.2;

    // Mean square of |Δm| in a step, and the share of the newest sample in running means.
    private const double TurnSquare = 1, NewShare = 0.125;

    private readonly Problem _problem = model.Problem;
    private readonly LandauLifshitzGilbert<T> _energy = model.Descent;
    private readonly VectorField<T> _before = new(model.Body.Mesh);
    private readonly (double Total, double Self) _moment = Moments(model.Body);

    private VectorField<T>? _h, _rate;
    private (double Energy, double Power, ExternalField<T>.Value Field, double[] Sources) _start;

    private bool HasHeat => _problem.Temperature > 0;

    private bool HasCurrent => stage.CurrentFactor != 0 && _problem.Terms.Any(term => term.HasCurrent);

    /// <summary>Whether m is a number everywhere.</summary>
    public static bool IsFinite(VectorField<T> m)
    {
        T sum = T.Zero;
        for (int i = 0; i < m.X.Length; i++)
            sum += m.X[i] + m.Y[i] + m.Z[i];
        return T.IsFinite(sum);
    }

    /// <summary>Begins the stage.</summary>
    public RunPosition Begin(RunPosition position, VectorField<T> m) => position with
    {
        EnergyBound = HasCurrent ? 0 : _energy.TotalEnergy(m),
        LeastDisorder = HasCurrent && HasHeat ? Disorder(m) : 0,
        TurnSquare = 0,
        FromNowhere = 0,
    };

    /// <summary>Notes a change of the external field, which may raise the energy by as much as µ0 Ms V |ΔH|.</summary>
    public RunPosition Driven(RunPosition position, ExternalField<T>.Value from, ExternalField<T>.Value to) => from == to
        ? position
        : position with { EnergyBound = position.EnergyBound + (_moment.Total * to.LargestDifference(from)) };

    /// <summary>Notes m, its energy and its power before the last step of a block.</summary>
    public void BeforeStep(RunPosition position, VectorField<T> m)
    {
        m.CopyTo(_before);
        if (BalancesSteps(position))
            _start = (
                _energy.TotalEnergy(m), Power(position.Time, m), model.External?.Now ?? default, [.. model.Current?.Acting.Now ?? []]);
    }

    /// <summary>Takes the turn since <see cref="BeforeStep"/>, and the energy that came from nowhere, into running means.</summary>
    public RunPosition AfterStep(RunPosition position, double step, VectorField<T> m)
    {
        if (BalancesSteps(position))
        {
            double power = Power(position.Time, m), energy = _energy.TotalEnergy(m);
            double field = _moment.Total * (model.External is null ? 0 : model.External.Now.LargestDifference(_start.Field));
            field += _moment.Total * (model.Current?.Acting.LargestChange(_start.Sources) ?? 0);
            double nowhere = energy - _start.Energy - (0.5 * step * (_start.Power + power)) - field;
            position =
                position with { FromNowhere = position.FromNowhere + (NewShare * ((nowhere / Size(m).Size) - position.FromNowhere)) };
        }

        double sum = 0;
        for (int i = 0; i < m.X.Length; i++)
        {
            Vector3D turned = m[i] - _before[i];
            sum += Vector3D.Dot(turned, turned);
        }

        double newest = sum / model.Body.Geometry.CellsInside;
        return position with { TurnSquare = position.TurnSquare + (NewShare * (newest - position.TurnSquare)) };
    }

    /// <summary>Looks at the state at the end of a block.</summary>
    /// <returns>The position with what was seen, and what is wrong, in one line, or null.</returns>
    public (RunPosition Position, string? Failure) Look(RunPosition position, VectorField<T> m)
    {
        if (_problem.Solver.FixedStep is not null && position.TurnSquare > TurnSquare)
            return (
                position,
                FormattableString.Invariant(
                    $"m turns by {Math.Sqrt(position.TurnSquare):0.##} in the root mean square of a step, which follows nothing"));
        if (HasCurrent && !HasHeat)
        {
            return (position, position.FromNowhere > RiseOfStep
                ? FormattableString.Invariant($"{100 * position.FromNowhere:0.##} % of the energy comes from nowhere in each step")
                : null);
        }

        if (HasCurrent)
        {
            double disorder = Disorder(m), least = Math.Min(disorder, position.LeastDisorder);
            return (position with { LeastDisorder = least }, disorder - least > FallenApart + HeatDisorder
                ? FormattableString.Invariant(
                    $"neighbouring cells have fallen apart to ⟨m·m'⟩ = {1 - disorder:0.##} from {1 - least:0.##}, against their exchange")
                : null);
        }

        (double energy, double size) = Size(m);
        double rise = energy - position.EnergyBound;
        return (position with { EnergyBound = Math.Min(energy, position.EnergyBound) }, rise > (Rise * size) + Heat
            ? FormattableString.Invariant($"the energy rises by {rise:0.##e0} J to {energy:0.##e0} J with nothing to bring it")
            : null);
    }

    // Each look at both ends of a step costs six evaluations.
    private bool BalancesSteps(RunPosition position) => HasCurrent && !HasHeat && position.Blocks % Blocks == 0;

    // dE/dt = −∫ µ0 Ms H·(dm/dt) dV in W at a constant external field, of damping and torques together.
    private double Power(double time, VectorField<T> m)
    {
        _rate ??= new VectorField<T>(m.Mesh);
        _h ??= new VectorField<T>(m.Mesh);
        model.Equation.Derivative(time, m, _rate);
        _energy.EffectiveField(m, _h);
        double sum = 0;
        for (int i = 0; i < m.X.Length; i++)
            sum += model.Body.MsOf(i) * Vector3D.Dot(_h[i], _rate[i]);
        return -PhysicalConstants.Mu0 * Volume * sum;
    }

    // The energy, and the sum of its parts' sizes, in J: those of local terms as large as any direction of m can make them.
    private (double Energy, double Size) Size(VectorField<T> m)
    {
        double energy = 0, size = (_moment.Total * (model.External?.Now.Largest ?? 0)) + (SmallShare * _moment.Self) + LocalEnergy;
        foreach (IEnergyTerm<T> term in _energy.Terms)
        {
            double part = term.TotalEnergy(m);
            (energy, size) = (energy + part, size + Math.Abs(part));
        }

        return (energy, size);
    }

    private double Heat =>
        PhysicalConstants.Boltzmann * _problem.Temperature * ((HeatPerCell * model.Body.Geometry.CellsInside) + HeatOfFew);

    // The largest density of each local term in any region, as if it were in the whole body.
    private readonly double _localDensity = model.Problem.Terms.Select(term => term.Sizes(model.Problem.Magnet))
        .Sum(sizes => model.Problem.TermRegions.Max(region => sizes(region).EnergyDensity));

    private double LocalEnergy => _localDensity * model.Body.Geometry.CellsInside * Volume;

    private double Volume => model.Body.Mesh.CellVolume;

    // Axes along which exchange holds neighbours together against everything else: cells no longer than exchange length and wall width.
    private IEnumerable<(int Stride, int Count, double Size)> HeldAxes
    {
        get
        {
            Mesh mesh = model.Body.Mesh;
            double longest = Lengths.Of(_problem).Min(l => l.A > 0 ? Math.Min(l.Exchange, l.Wall) : 0);
            return new[]
            {
                (1, mesh.Nx, mesh.Dx),
                (mesh.Nx, mesh.Ny, mesh.Dy),
                (mesh.Nx * mesh.Ny, mesh.Nz, mesh.Dz),
            }.Where(a => a.Item2 > 1 && a.Item3 <= longest);
        }
    }

    // What heat does to 1 − m·m' at the most: its energy over that of a neighbour, 2AV/Δ².
    private double HeatDisorder
    {
        get
        {
            double stiffness = Lengths.Of(_problem).Where(l => l.A > 0).Select(l => l.A).DefaultIfEmpty(double.Epsilon).Min();
            return HeldAxes.Select(
                a => Heat / model.Body.Geometry.CellsInside * a.Size * a.Size / (2 * stiffness * Volume)).DefaultIfEmpty(0).Max();
        }
    }

    private double Disorder(VectorField<T> m)
    {
        double sum = 0;
        long pairs = 0;
        Geometry geometry = model.Body.Geometry;
        foreach ((int stride, int count, _) in HeldAxes)
        {
            for (int i = 0; i + stride < m.X.Length; i++)
            {
                if (i / stride % count == count - 1 || !geometry.Contains(i) || !geometry.Contains(i + stride))
                    continue;
                sum += 1 - Vector3D.Dot(m[i], m[i + stride]);
                pairs++;
            }
        }

        return pairs == 0 ? 0 : sum / pairs;
    }

    // µ0 Σ Ms V in J/(A/m), and µ0 Σ Ms² V in J.
    private static (double Total, double Self) Moments(Ferromagnet body)
    {
        double first = 0, second = 0;
        for (int i = 0; i < body.Mesh.CellCount; i++)
            (first, second) = (first + body.MsOf(i), second + (body.MsOf(i) * body.MsOf(i)));
        double unit = PhysicalConstants.Mu0 * body.Mesh.CellVolume;
        return (unit * first, unit * second);
    }
}
