namespace MagHopfield.Micromagnetics.Integrators;

/// <summary>
/// Coefficients of an explicit Runge-Kutta method. The last row of A and the last C, 1, belong to the solution at the end of the step.
/// </summary>
/// <param name="Order">Order of the solution that is kept.</param>
/// <param name="ErrorOrder">Exponent p of the embedded error estimate, error ∝ step^p; 0 without one.</param>
/// <param name="C">Times of the stages as fractions of the step.</param>
/// <param name="A">Weights of stage s on the stages before it; the last row holds the weights of the solution.</param>
/// <param name="E">
/// Weights of the error estimate, solution minus embedded solution; the solution is then a stage too, the first of the next step (first
/// same as last). Empty without an estimate.
/// </param>
internal sealed record ButcherTableau(int Order, int ErrorOrder, double[] C, double[][] A, double[] E)
{
    /// <summary>J. R. Dormand and P. J. Prince, J. Comput. Appl. Math. 6, 19 (1980), RK5(4)7M.</summary>
    public static ButcherTableau DormandPrince54 { get; } = new(
        5,
        5,
        [0, 1.0 / 5, 3.0 / 10, 4.0 / 5, 8.0 / 9, 1, 1],
        [
            [],
            [1.0 / 5],
            [3.0 / 40, 9.0 / 40],
            [44.0 / 45, -56.0 / 15, 32.0 / 9],
            [19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729],
            [9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656],
            [35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84],
        ],
        [71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40]);

    /// <summary>P. Bogacki and L. F. Shampine, Appl. Math. Lett. 2, 321 (1989).</summary>
    public static ButcherTableau BogackiShampine32 { get; } = new(
        3,
        3,
        [0, 1.0 / 2, 3.0 / 4, 1],
        [
            [],
            [1.0 / 2],
            [0, 3.0 / 4],
            [2.0 / 9, 1.0 / 3, 4.0 / 9],
        ],
        [-5.0 / 72, 1.0 / 12, 1.0 / 9, -1.0 / 8]);

    /// <summary>The classical method of order 4: M. W. Kutta, Z. Math. Phys. 46, 435 (1901).</summary>
    public static ButcherTableau Classical4 { get; } = new(
        4,
        0,
        [0, 1.0 / 2, 1.0 / 2, 1, 1],
        [
            [],
            [1.0 / 2],
            [0, 1.0 / 2],
            [0, 0, 1],
            [1.0 / 6, 1.0 / 3, 1.0 / 3, 1.0 / 6],
        ],
        []);

    /// <summary>Heun's method: explicit trapezoidal rule of order 2.</summary>
    public static ButcherTableau Heun { get; } = new(2, 0, [0, 1, 1], [[], [1], [1.0 / 2, 1.0 / 2]], []);
}
