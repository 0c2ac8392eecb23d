using System.Numerics;

namespace MagHopfield.Micromagnetics.Integrators;

/// <summary>
/// Stability polynomial R(z) of a one-step method: it multiplies the solution of dy/dt = λy by R(λΔt) in each step (E. Hairer and G.
/// Wanner, Solving Ordinary Differential Equations II, Springer 1996, ch. IV.2). A small deviation of angular frequency ω about an
/// equilibrium has λ = ω(−α ± i)/(1+α²) by the Landau-Lifshitz-Gilbert equation; where |R| is above 1 for any ω of the mesh, it grows until
/// nothing is left of the solution. Setting |m| to 1 after a step changes nothing at first order.
/// </summary>
public sealed class StabilityPolynomial
{
    // Beyond this turn a step every method here is unstable.
    private const double Beyond = 8;
    private const double Spacing = 1e-3;

    // ln|R| that is rounding.
    private const double Rounding = 1e-13;

    private readonly double[] _coefficients;

    private StabilityPolynomial(ButcherTableau tableau, string name)
    {
        (Name, Order) = (name, tableau.Order);
        // Stage s has k_s Δt = z(1 + Σ a_sj k_j Δt), as polynomials in z.
        double[][] k = new double[tableau.C.Length][];
        double[] sum = [];
        for (int s = 0; s < tableau.C.Length; s++)
        {
            sum = new double[s + 1];
            sum[0] = 1;
            for (int j = 0; j < tableau.A[s].Length; j++)
            {
                for (int p = 0; p < k[j].Length; p++)
                    sum[p] += tableau.A[s][j] * k[j][p];
            }

            k[s] = [0, .. sum];
        }

        // The last row's sum is the solution at the end of the step.
        _coefficients = sum;
    }

    /// <summary>Dormand and Prince's pair of orders 5 and 4, at fixed step.</summary>
    public static StabilityPolynomial DormandPrince54 { get; } = new(ButcherTableau.DormandPrince54, "dormand_prince_54");

    /// <summary>Bogacki and Shampine's pair of orders 3 and 2, at fixed step.</summary>
    public static StabilityPolynomial BogackiShampine32 { get; } = new(ButcherTableau.BogackiShampine32, "bogacki_shampine_32");

    /// <summary>The classical method of order 4.</summary>
    public static StabilityPolynomial RungeKutta4 { get; } = new(ButcherTableau.Classical4, "runge_kutta_4");

    /// <summary>Heun's method.</summary>
    public static StabilityPolynomial Heun { get; } = new(ButcherTableau.Heun, "heun");

    /// <summary>
    /// The semi-implicit midpoint method. It keeps |m| but is explicit in the field: with a = λu a first-order quantity, its two stages
    /// give u' = (1 + λΔt)u and u + λΔt(u + u')/2, which is Heun's polynomial 1 + z + z²/2.
    /// </summary>
    public static StabilityPolynomial SemiImplicitMidpoint { get; } = new(ButcherTableau.Heun, "semi_implicit_midpoint");

    /// <summary>Name of the method, as problem files write it.</summary>
    public string Name { get; }

    /// <summary>Order of the method.</summary>
    public int Order { get; }

    /// <summary>Coefficients of 1, z, z², …</summary>
    public IReadOnlyList<double> Coefficients => _coefficients;

    /// <summary>R(z), dimensionless.</summary>
    public Complex At(Complex z)
    {
        Complex sum = 0;
        for (int p = _coefficients.Length - 1; p >= 0; p--)
            sum = (sum * z) + _coefficients[p];
        return sum;
    }

    /// <summary>
    /// Largest ωΔt in radians up to which no motion of an angular frequency of at most ω grows by more than a factor e in a whole run. For
    /// a long run that is the edge of the region |R| ≤ 1; a short one may end before a slow growth shows, as Heun's without damping, whose
    /// region has no part of the imaginary axis.
    /// </summary>
    /// <param name="damping">Gilbert damping α, dimensionless.</param>
    /// <param name="turn">ωT with the duration T of the run, in radians; infinite for no growth at all.</param>
    public double LargestTurn(double damping, double turn = double.PositiveInfinity)
    {
        Complex direction = new Complex(-damping, 1) / (1 + (damping * damping));
        bool Grows(double x) => Math.Log(At(x * direction).Magnitude) > (x / turn) + Rounding;
        double low = 0, high = Spacing;
        while (high < Beyond && !Grows(high))
            (low, high) = (high, high + Spacing);
        for (int i = 0; i < 40; i++)
        {
            double middle = 0.5 * (low + high);
            (low, high) = Grows(middle) ? (low, middle) : (middle, high);
        }

        return low;
    }

    /// <summary>
    /// ωΔt in radians at which a step misses the turn by a given error: the first term that the method leaves out, x^(p+1)/(p+1)!.
    /// </summary>
    /// <param name="error">Error of a step in radians.</param>
    public double AccurateTurn(double error)
    {
        double factorial = 1;
        for (int i = 2; i <= Order + 1; i++)
            factorial *= i;
        return Math.Pow(factorial * error, 1.0 / (Order + 1));
    }
}
