using MagHopfield.BoardStudies.Letters;
using MagHopfield.Papers.Niu2024.Letters.Figure5;
using MagHopfield.Papers.Niu2024.Letters.Fonts;
using MagHopfield.Papers.Niu2024.Letters.Patterns;
using MagHopfield.Shared;

namespace MagHopfield.BoardStudies.Tests.Letters;

public class BoardLettersTests
{
    [Fact]
    public void A_virtual_board_measures_35_nodes_recalls_from_its_own_weights_and_shows_the_letter_on_its_panel()
    {
        PatternSet set = LetterFont.Load("block").Set("CP");
        Figure5Parameters parameters = LetterPresets.Of(LetterPreset.Shipped, set, "block") with { Images = 100 };
        BoardLettersResult r = new BoardLetters(parameters with { Protocol = parameters.Protocol with { Epochs = 2 } }, 1)
            .Run(null, TestContext.Current.CancellationToken);
        Assert.Equal(2519, r.Readings);
        Assert.InRange(r.BoardSeconds, 12, 15);

        // One round; the error falls with the root of the rounds.
        Assert.InRange(r.RmsError, 0, 1e-3);
        Assert.InRange(r.SameEnd, 50, 100);
        Assert.InRange(r.Measured.Similarity, r.Simulated.Similarity - 0.25, r.Simulated.Similarity + 0.25);
        foreach ((_, Shared.Pattern recalled, IReadOnlyList<string> panel) in r.Examples)
        {
            Assert.Equal(8, panel.Count);
            Assert.All(Enumerable.Range(0, 35), i => Assert.Equal(recalled[i] > 0 ? '●' : '·', panel[i / 5][i % 5]));
        }
    }
}
