using MagHopfield.Micromagnetics.Demag;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.Tests.Demag;

/// <summary>
/// The tensor that the engine convolves with against Newell's formulas in extended precision, from a cell itself to some hundred times the
/// largest edge. Errors are those of the worst component relative to the largest one; the README tells the same figures.
/// </summary>
public class FarFieldAccuracyTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 1, 10)]
    [InlineData(10, 1, 1)]
    [InlineData(10, 10, 1)]
    [InlineData(50, 50, 1)]
    public void The_tensor_agrees_with_extended_precision_at_every_distance(int dx, int dy, int dz)
    {
        ExactNewell exact = new(dx, dy, dz);
        DemagTensor tensor = new((dx, dy, dz));
        double size = Math.Max(dx, Math.Max(dy, dz));
        double[] n = new double[6];
        Dictionary<Band, (double Error, string Where)> worst = [];
        foreach ((int i, int j, int k) in Displacements(dx / size, dy / size, dz / size))
        {
            double r = new Vector3D(i * dx, j * dy, k * dz).Length / size;
            double[] truth = exact.At(i, j, k);
            tensor.At(i, j, k, n);
            double scale = truth.Max(Math.Abs), error = Enumerable.Range(0, 6).Max(t => Math.Abs(n[t] - truth[t])) / scale;
            Band band = r < 18 ? Band.Near : r < 160 ? Band.Far : Band.VeryFar;
            if (!worst.TryGetValue(band, out (double Error, string) known) || known.Error < error)
                worst[band] = (error, $"displacement ({i}, {j}, {k}), {r:g4} edges");
        }
        foreach ((Band band, (double error, string where)) in worst)
        {
            TestContext.Current.TestOutputHelper!.WriteLine($"{dx}:{dy}:{dz} {band}: {error:e1} at {where}");
            Assert.True(error < (band == Band.Near ? 1e-15 : 2e-14), $"{band}: {error:e1} at {where}");
        }
        Assert.Equal(3, worst.Count);
    }

    [Fact]
    public void The_reference_gives_one_third_for_a_cube_and_a_trace_of_one_or_zero()
    {
        double[] cube = new ExactNewell(1, 1, 1).At(0, 0, 0);
        Assert.Equal([1.0 / 3, 1.0 / 3, 1.0 / 3, 0, 0, 0], cube);
        ExactNewell needle = new(1, 2, 10);
        Assert.Equal(1, needle.At(0, 0, 0).Take(3).Sum(), 1e-15);
        double[] far = needle.At(300, 100, 20);
        Assert.Equal(0, far.Take(3).Sum(), 1e-15 * far.Max(Math.Abs));
    }

    [Fact]
    public void The_reference_turns_into_the_dipole_at_a_great_distance()
    {
        // Corrections to the dipole of a cube fall as (d/r)⁴.
        double[] n = new ExactNewell(1, 1, 1).At(3000, 0, 0);
        double dipole = 1 / (4 * Math.PI * Math.Pow(3000, 3));
        Assert.Equal(-2 * dipole, n[0], 1e-12 * dipole);
        Assert.Equal(dipole, n[1], 1e-12 * dipole);
    }

    private enum Band
    {
        Near,
        Far,
        VeryFar,
    }

    // Along axes, in planes and in space, at all distances up to 600 largest edges, with those just before and after a change of method.
    private static IEnumerable<(int I, int J, int K)> Displacements(double dx, double dy, double dz)
    {
        HashSet<(int, int, int)> all = [];
        foreach (int n in (ReadOnlySpan<int>)[0, 1, 2, 3, 5, 8, 13])
            all.UnionWith([(n, 0, 0), (0, n, 0), (0, 0, n), (n, n, n), (n, 1, 0), (1, 0, n), (0, n, 1), (1, 1, n)]);
        foreach (double r in (ReadOnlySpan<double>)[1.5, 2.1, 4, 8, 16, 17.9, 18.1, 23, 40, 75, 120, 159, 161, 200, 300, 600])
        {
            ReadOnlySpan<Vector3D> directions =
                [(1, 0, 0), (0, 1, 0), (0, 0, 1), (0.6, 0.8, 0), (0.3, 0, 0.954), (0.48, 0.6, 0.64), (0.1, 0.2, 0.9747)];
            foreach (Vector3D u in directions)
                all.Add(((int)Math.Round(r * u.X / dx), (int)Math.Round(r * u.Y / dy), (int)Math.Round(r * u.Z / dz)));
        }
        return all;
    }
}
