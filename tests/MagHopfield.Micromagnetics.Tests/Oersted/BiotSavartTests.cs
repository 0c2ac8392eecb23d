using MagHopfield.Micromagnetics.Oersted;

namespace MagHopfield.Micromagnetics.Tests.Oersted;

public class BiotSavartTests
{
    [Fact]
    public void Below_the_middle_of_a_wide_sheet_the_field_is_half_the_sheet_current()
    {
        // K along x, sheet above the point: H = K × n/2 with n pointing down gives +y.
        const int N = 128;
        const double Cell = 1e-6;
        const double Thickness = 50e-9;
        const double Density = 1e10;
        BiotSavart law = new(N, N, Cell, Cell, 20e-9, 20e-9 + Thickness);
        double[] along = new double[N * N];
        Array.Fill(along, Density);
        OerstedField field = law.Field(along, new double[N * N]);
        int centre = N / 2 * N + N / 2;
        double half = Density * Thickness / 2;
        Assert.Equal(half, field.Y[centre], 0.002 * half);
        Assert.Equal(0, field.X[centre], 1e-9 * half);
        Assert.InRange(Math.Abs(field.Z[centre]), 0, 0.01 * half);

        OerstedField across = law.Field(new double[N * N], along);
        Assert.Equal(-field.Y[centre], across.X[centre], 1e-9 * half);
    }

    [Fact]
    public void Above_a_sheet_the_field_has_the_opposite_sign()
    {
        const int N = 16;
        double[] jx = Random(N * N, 1);
        double[] jy = Random(N * N, 2);
        OerstedField below = new BiotSavart(N, N, 1, 1, 0.5, 0.8).Field(jx, jy);
        OerstedField above = new BiotSavart(N, N, 1, 1, -0.8, -0.5).Field(jx, jy);
        for (int c = 0; c < N * N; c++)
        {
            Assert.Equal(-below.X[c], above.X[c], 1e-12);
            Assert.Equal(-below.Y[c], above.Y[c], 1e-12);
            Assert.Equal(below.Z[c], above.Z[c], 1e-12);
        }
    }

    [Fact]
    public void Below_a_long_strip_the_field_is_that_of_its_width()
    {
        // Infinite strip |y| ≤ w/2 at the height d with K along x: H_y = (K/2π)(atan((w/2 − y)/d) + atan((w/2 + y)/d)),
        // H_z = (K/4π) ln((d² + (w/2 + y)²)/(d² + (w/2 − y)²)).
        const int Length = 1024;
        const int Across = 16;
        const double Height = 3;
        const double Width = 8;
        BiotSavart law = new(Length, Across, 1, 1, Height - 5e-4, Height + 5e-4);
        double[] along = new double[Length * Across];
        Array.Fill(along, 1000.0, 4 * Length, 8 * Length);
        OerstedField field = law.Field(along, new double[along.Length]);
        for (int iy = 0; iy < Across; iy++)
        {
            double y = iy + 0.5 - Across / 2;
            double hy = (Math.Atan((Width / 2 - y) / Height) + Math.Atan((Width / 2 + y) / Height)) / (2 * Math.PI);
            double hz = Math.Log(
                (Height * Height + (Width / 2 + y) * (Width / 2 + y)) / (Height * Height + (Width / 2 - y) * (Width / 2 - y)))
                / (4 * Math.PI);
            int at = iy * Length + Length / 2;
            Assert.Equal(hy, field.Y[at], 1e-4);
            Assert.Equal(hz, field.Z[at], 1e-4);
        }
    }

    [Fact]
    public void Far_from_a_short_element_the_field_is_the_elementary_law()
    {
        const int N = 101;
        double[] jx = new double[N * N];
        jx[50 * N + 10] = 3;
        OerstedField field = new BiotSavart(N, N, 1, 1, 7.5, 8.5).Field(jx, new double[N * N]);
        (double x, double y, double z) = (70, 20, -8);
        double r = Math.Sqrt(x * x + y * y + z * z);
        int at = 70 * N + 80;
        Assert.Equal(-3 * z / (4 * Math.PI * r * r * r), field.Y[at], 1e-3 * Math.Abs(field.Y[at]));
        Assert.Equal(3 * y / (4 * Math.PI * r * r * r), field.Z[at], 1e-3 * Math.Abs(field.Z[at]));
    }

    [Fact]
    public void Far_from_a_long_wire_the_field_is_I_over_2_pi_r()
    {
        const int Length = 1024;
        const int Across = 32;
        double[] jx = new double[Length * Across];
        Array.Fill(jx, 2.0, 0, Length);
        OerstedField field = new BiotSavart(Length, Across, 1, 1, -0.5, 0.5).Field(jx, new double[jx.Length]);
        int at = 20 * Length + Length / 2;
        Assert.Equal(2 / (2 * Math.PI * 20), field.Z[at], 0.002 * field.Z[at]);
        Assert.Equal(0, field.Y[at], 1e-12);
    }

    [Fact]
    public void The_field_has_no_divergence()
    {
        // Any current, closed or not: Biot–Savart is a curl. Central differences over the cell along x and y, over ±δ along z.
        const int N = 24;
        const double Delta = 0.1;
        double[] jx = Smooth(N, 0.3);
        double[] jy = Smooth(N, 1.1);
        OerstedField middle = new BiotSavart(N, N, 1, 1, 6, 7).Field(jx, jy);
        OerstedField upper = new BiotSavart(N, N, 1, 1, 6 - Delta, 7 - Delta).Field(jx, jy);
        OerstedField lower = new BiotSavart(N, N, 1, 1, 6 + Delta, 7 + Delta).Field(jx, jy);
        double largest = 0;
        double worst = 0;
        for (int iy = 2; iy < N - 2; iy++)
        {
            for (int ix = 2; ix < N - 2; ix++)
            {
                int c = iy * N + ix;
                double dx = Fourth(middle.X[c - 2], middle.X[c - 1], middle.X[c + 1], middle.X[c + 2]);
                double dy = Fourth(middle.Y[c - 2 * N], middle.Y[c - N], middle.Y[c + N], middle.Y[c + 2 * N]);
                double dz = (upper.Z[c] - lower.Z[c]) / (2 * Delta);
                largest = Math.Max(largest, Math.Max(Math.Abs(dx), Math.Max(Math.Abs(dy), Math.Abs(dz))));
                worst = Math.Max(worst, Math.Abs(dx + dy + dz));
            }
        }

        Assert.True(worst < 0.005 * largest, $"divergence {worst} of {largest}");

        static double Fourth(double a, double b, double c, double d) => (a - 8 * b + 8 * c - d) / 12;
    }

    [Fact]
    public void The_convolution_equals_the_direct_sum_over_the_cells()
    {
        const int Nx = 7;
        const int Ny = 5;
        double[] jx = Random(Nx * Ny, 3);
        double[] jy = Random(Nx * Ny, 4);
        OerstedField field = new BiotSavart(Nx, Ny, 2, 3, 1, 1.5).Field(jx, jy);
        double[] single = new double[Nx * Ny];
        double sum = 0;
        for (int c = 0; c < single.Length; c++)
        {
            Array.Clear(single);
            single[c] = jx[c];
            sum += new BiotSavart(Nx, Ny, 2, 3, 1, 1.5).Field(single, new double[Nx * Ny]).Z[17];
            single[c] = jy[c];
            sum += new BiotSavart(Nx, Ny, 2, 3, 1, 1.5).Field(new double[Nx * Ny], single).Z[17];
        }

        Assert.Equal(sum, field.Z[17], 1e-12);
    }

    private static double[] Random(int count, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() - 0.5)];
    }

    private static double[] Smooth(int n, double phase) =>
        [.. Enumerable.Range(0, n * n).Select(c => Math.Sin(0.4 * (c % n) + phase) * Math.Cos(0.3 * (c / n) - phase))];
}
