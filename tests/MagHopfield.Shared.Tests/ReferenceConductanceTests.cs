using CsCheck;
using MagHopfield.Shared.Tests.Data;

namespace MagHopfield.Shared.Tests;

public class ReferenceConductanceTests
{
    [Fact]
    public void The_reference_lies_midway_between_the_extremes_whatever_lies_between()
    {
        ReferenceConductance reference = new();
        foreach (double g in new[] { -0.06, -0.05, -0.059, -0.052 })
            reference.Include(ConductanceMatrix.FromPairs(2, [g]));

        Assert.Equal(4, reference.Count);
        Assert.Equal(-0.055, reference.Average()[0, 1], 1e-15);
        Assert.Equal(0.055, reference.Average()[1, 1], 1e-15);
        Assert.Equal(-0.06, reference.Minimum[0, 1]);
        Assert.Equal(-0.05, reference.Maximum[0, 1]);
    }

    [Fact]
    public void The_order_of_the_matrices_does_not_matter() => Gen.Int.Sample(seed =>
    {
        Random random = new(seed);
        ConductanceMatrix[] films = [.. Enumerable.Range(0, 5).Select(_ => RandomFilm.Of(4, random))];
        ReferenceConductance forward = new();
        ReferenceConductance backward = new();
        Array.ForEach(films, forward.Include);
        Array.ForEach([.. films.Reverse()], backward.Include);
        Assert.Equal(forward.Average().ToPairs(), backward.Average().ToPairs());
    });

    [Fact]
    public void A_matrix_changed_after_it_was_included_does_not_change_the_reference()
    {
        ConductanceMatrix g = ConductanceMatrix.FromPairs(2, [-0.05]);
        ReferenceConductance reference = new();
        reference.Include(g);
        g[0, 1] = 0;
        Assert.Equal(-0.05, reference.Average()[0, 1]);
    }

    [Fact]
    public void An_empty_reference_asks_for_a_calibration() => Assert.Contains(
        "calibrate",
        Assert.Throws<InvalidOperationException>(() => new ReferenceConductance().Average()).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_matrix_of_another_size_is_refused()
    {
        ReferenceConductance reference = new();
        reference.Include(new ConductanceMatrix(4));
        Assert.Throws<ArgumentException>(() => reference.Include(new ConductanceMatrix(5)));
    }
}
