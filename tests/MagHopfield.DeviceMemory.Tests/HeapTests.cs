namespace MagHopfield.DeviceMemory.Tests;

/// <summary>
/// The firmware on its device's heap, each use at its peak: objects, temporaries and stacks, a full error queue among them.
/// </summary>
[Collection("heap")]
public sealed class HeapTests(ITestOutputHelper output)
{
    public static TheoryData<string, int> Uses { get; } = new MatrixTheoryData<string, int>(
        ["Client", "CrossCheck", "SavedState", "Abort"], [4, 8, 16])
        .Aggregate(new TheoryData<string, int> { { "Demo", 4 }, { "Demo", 16 } }, (data, row) =>
        {
            data.Add(row.Data.Item1, row.Data.Item2);
            return data;
        });

    [Theory]
    [MemberData(nameof(Uses))]
    public void Every_use_fits(string use, int nodes)
    {
        HeapMeasurement measured = HeapMeasurement.Of(use, nodes);
        output.WriteLine(HeapGuard.Text(measured));
        string? found = HeapGuard.Find(measured);
        Assert.True(found == null, found);
    }

    [Fact]
    public void A_row_of_the_table_that_is_held_as_before_is_found()
    {
        string? found = HeapGuard.Find(HeapMeasurement.Of("ClientWithOneRowHeld", 4));
        Assert.Contains("The table of the commands holds", found, StringComparison.Ordinal);
        Assert.Contains("scpi.Table", found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_is_held_as_before_does_not_fit()
    {
        HeapMeasurement measured = HeapMeasurement.Of("ClientWithAllRowsHeld", 4);
        Assert.InRange(measured.Figures["rows"], 30000, 45000);
        Assert.Contains("More than 80000 bytes", HeapGuard.Find(measured), StringComparison.Ordinal);
    }
}
