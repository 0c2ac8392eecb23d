using System.Numerics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Micromagnetics.Torques;

namespace MagHopfield.Micromagnetics.Backends;

/// <summary>
/// What the right-hand side of the Landau-Lifshitz-Gilbert equation dm/dt = −γ m×H + α m×dm/dt + S is made of, as a back end evaluates it:
/// the terms of the field H, the torques S, γ and α, and friction.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed record RightHandSide<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly IEnergyTerm<T>[] _terms;

    /// <summary>Makes a right-hand side of a field alone, with the γ of <see cref="PhysicalConstants"/>.</summary>
    /// <param name="body">The body.</param>
    /// <param name="gilbertDamping">Gilbert damping α, dimensionless, ≥ 0; one number, or one a region.</param>
    /// <param name="terms">Energy terms of the same body.</param>
    /// <exception cref="ArgumentOutOfRangeException">A damping is negative or not finite.</exception>
    public RightHandSide(Ferromagnet body, ByRegion gilbertDamping, IEnumerable<IEnergyTerm<T>> terms)
    {
        ArgumentNullException.ThrowIfNull(body);
        (Body, _terms) = (body, [.. terms]);
        Motion = new GilbertParameters(PhysicalConstants.GyromagneticRatio, gilbertDamping);
        if (gilbertDamping.IsUniform)
        {
            GilbertDamping = CheckedDamping(gilbertDamping[1]);
            return;
        }

        DampingOfCells = gilbertDamping.Spread<T>(body.Geometry, CheckedDamping, out _);
        GilbertDamping = double.CreateChecked(DampingOfCells.Max());
    }

    /// <summary>The body.</summary>
    public Ferromagnet Body { get; }

    /// <summary>The energy terms.</summary>
    public IReadOnlyList<IEnergyTerm<T>> Terms => _terms;

    /// <summary>Torques beside that of the field, such as spin-transfer torques.</summary>
    public IReadOnlyList<ISpinTorque<T>> Torques { get; init; } = [];

    /// <summary>Dry friction of all moments, or null.</summary>
    public DryFriction<T>? Friction { get; init; }

    /// <summary>Whether the precession term −γ/(1+α²) m×H acts.</summary>
    public bool Precession { get; init; } = true;

    /// <summary>γ and α.</summary>
    public GilbertParameters Motion { get; private init; }

    /// <summary>Gyromagnetic ratio γ in m/(A·s).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a positive finite value.</exception>
    public double GyromagneticRatio
    {
        get => Motion.GyromagneticRatio;
        init => Motion = new GilbertParameters(value, Motion.Damping);
    }

    /// <summary>Gilbert damping α, dimensionless: the largest where regions differ.</summary>
    public double GilbertDamping { get; }

    /// <summary>α of each cell where regions differ, else null.</summary>
    public T[]? DampingOfCells { get; }

    /// <summary>Energy of all terms in joules.</summary>
    /// <param name="m">Unit magnetisation.</param>
    public double TotalEnergy(VectorField<T> m)
    {
        double sum = 0;
        foreach (IEnergyTerm<T> term in _terms)
            sum += term.TotalEnergy(m);
        return sum;
    }

    private static double CheckedDamping(double value) => value >= 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), $"Gilbert damping α = {value}; give a finite value ≥ 0.");
}
