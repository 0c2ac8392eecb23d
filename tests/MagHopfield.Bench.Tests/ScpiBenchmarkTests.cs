using MagHopfield.Bench.Scpi;

namespace MagHopfield.Bench.Tests;

public class ScpiBenchmarkTests
{
    [Fact]
    public void A_block_of_G_has_its_eight_bytes_a_value_a_head_and_a_CRC_and_a_frame_its_two_lines_more()
    {
        IReadOnlyList<ScpiRow> rows = new ScpiBenchmark(0.001, CancellationToken.None).Run(4);
        Assert.Equal(6, rows.Count);
        ScpiRow block = rows.Single(r => r.Name == "G as a block with CRC-32");

        // "#3132", 16 values, CRC-32, line feed; the frame adds "@TTTTTTTT" and "@TTTTTTTT errors @CCCCCCCC" with their line feeds.
        Assert.Equal(5 + (8 * 16) + 4 + 1, block.BytesOut);
        Assert.Equal(block.BytesOut + 10 + 22, rows.Single(r => r.Name == "G as a block in a checked frame").BytesOut);
        Assert.All(rows, row => Assert.True(row.Seconds > 0 && row.CommandsPerSecond > 0));
    }
}
