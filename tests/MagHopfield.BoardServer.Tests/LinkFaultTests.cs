using System.Globalization;
using MagHopfield.BoardClient;
using MagHopfield.BoardClient.Links;
using MagHopfield.BoardClient.Protocol;
using MagHopfield.BoardServer.Serving;
using MagHopfield.Film.Learning;
using MagHopfield.Shared;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.BoardServer.Tests;

/// <summary>
/// Whole sessions (calibrate, train, measure, weights, energies, recall) over bad lines: each ends with the numbers that the board has,
/// to the bit, and with the pulses that were asked for, or with an error. MAGHOPFIELD_SESSIONS sets how many sessions of each kind.
/// </summary>
public sealed class LinkFaultTests(ITestOutputHelper output)
{
    private const int PulsesOfSession = 7 + 1;
    private static readonly double[] Rates = [3e-4, 1e-3, 3e-3, 1e-2];
    private static readonly int Sessions = int.Parse(
        Environment.GetEnvironmentVariable("MAGHOPFIELD_SESSIONS") ?? "4", CultureInfo.InvariantCulture);
    private static readonly LinkPatience Impatient = new()
    {
        Silence = TimeSpan.FromMilliseconds(60),
        Attempts = 5,
        Operation = TimeSpan.FromSeconds(3),
    };
    private static readonly Pattern Taught = Pattern.FromState(5, 4);

    [Theory]
    [InlineData(LineFault.Dropped)]
    [InlineData(LineFault.Doubled)]
    [InlineData(LineFault.Changed)]
    [InlineData(LineFault.Mixed)]
    public void Over_TCP_a_session_gives_the_numbers_of_the_board_or_an_error(LineFault fault)
    {
        using ServedBoard served = NewBoard();
        using TcpBoardServer server = new(served, 0);
        Try(served, () => Tcp(server), fault);
    }

    [Theory]
    [InlineData(LineFault.Dropped)]
    [InlineData(LineFault.Doubled)]
    [InlineData(LineFault.Changed)]
    [InlineData(LineFault.Mixed)]
    public void Over_a_serial_port_a_session_gives_the_numbers_of_the_board_or_an_error(LineFault fault)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pseudo-terminals are there on Linux only.");
        using ServedBoard served = NewBoard();
        using PtyBoardServer server = new(served);
        Try(served, () => Serial(server), fault);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Unplugged_at_any_byte_of_an_answer_a_session_ends_in_an_error_and_the_next_client_finds_all_open(bool isSerial)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || !isSerial, "Pseudo-terminals are there on Linux only.");
        using ServedBoard served = NewBoard();
        using TcpBoardServer? tcp = isSerial ? null : new(served, 0);
        using PtyBoardServer? pty = isSerial ? new(served) : null;
        IByteLink Open() => tcp is not null ? Tcp(tcp) : Serial(pty!);
        Random random = new(11);
        for (int trial = 0; trial < Math.Max(12, 2 * Sessions); trial++)
        {
            FaultyLink link = new(Open(), LineFault.Mixed, 0, trial, random.Next(1, 4000));
            BoardLinkException lost;
            try
            {
                using HopfieldBoard board = new(link, HopfieldBoard.NewTag(), Impatient);
                lost = SessionsUntilLost(board);
            }
            catch (BoardLinkException e)
            {
                lost = e;
            }

            // On a machine that stands still for a third of a second the board is silent before it is unplugged.
            Assert.Matches("unplugged|gave no whole answer", lost.Message);
            using HopfieldBoard next = Next(Open);
            Assert.Equal("1", next.Say("*OPC?"));
            Assert.False(served.Board.ProbePathClosed);
            Assert.False(served.Board.PulsePathClosed);
        }

        Assert.Empty(served.Board.Hazards);
    }

    [Fact]
    public async Task A_server_that_goes_away_in_the_middle_of_a_session_is_a_clear_error()
    {
        using ServedBoard served = NewBoard();
        TcpBoardServer server = new(served, 0);
        using HopfieldBoard board = new(Tcp(server), HopfieldBoard.NewTag(), Impatient);
        Task<BoardLinkException> failed = Task.Run(() => SessionsUntilLost(board));
        await Task.Delay(200, TestContext.Current.CancellationToken);
        server.Dispose();
        string message = (await failed).Message;
        Assert.Contains("connect anew", message);
        Assert.DoesNotContain('\n', message);
        Assert.False(served.Board.PulsePathClosed);
    }

    [Fact]
    public async Task A_serial_port_that_goes_away_in_the_middle_of_a_session_is_a_clear_error()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pseudo-terminals are there on Linux only.");
        using ServedBoard served = NewBoard();
        PtyBoardServer server = new(served);
        using HopfieldBoard board = new(Serial(server), HopfieldBoard.NewTag(), Impatient);
        Task<BoardLinkException> failed = Task.Run(() => SessionsUntilLost(board));
        await Task.Delay(200, TestContext.Current.CancellationToken);
        server.Dispose();

        // On a machine that stands still, half an answer is all that came before the time was over.
        string message = (await failed).Message;
        Assert.True(
            message.Contains("connect anew", StringComparison.Ordinal)
                || message.Contains("gave no whole answer", StringComparison.Ordinal),
            message);
        Assert.False(served.Board.PulsePathClosed);
    }

    [Fact]
    public async Task Two_programs_on_one_serial_port_each_get_the_right_numbers_or_an_error()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pseudo-terminals are there on Linux only.");
        using ServedBoard served = NewBoard();
        using PtyBoardServer server = new(served);
        double[] truth;
        using (HopfieldBoard alone = new(Serial(server), HopfieldBoard.NewTag()))
        {
            truth = alone.Measure(false, 1, CancellationToken.None).Conductance.ToPairs();
        }

        int right = 0;
        int refused = 0;
        void Measure()
        {
            for (int i = 0; i < 6; i++)
            {
                try
                {
                    using HopfieldBoard board = new(Serial(server), HopfieldBoard.NewTag(), Impatient);
                    double[] read = board.Measure(false, 1, CancellationToken.None).Conductance.ToPairs();
                    Assert.All(read.Zip(truth), pair => Assert.Equal(pair.Second, pair.First, 1e-3 * Math.Abs(pair.Second)));
                    Interlocked.Increment(ref right);
                }
                catch (Exception e) when (e is BoardLinkException or BoardErrorException)
                {
                    Interlocked.Increment(ref refused);
                }
            }
        }

        await Task.WhenAll(Task.Run(Measure), Task.Run(Measure));
        Assert.Equal(12, right + refused);
        output.WriteLine($"two programs on one port: {right} right, {refused} refused");
        using HopfieldBoard after = Next(() => Serial(server));
        Assert.Equal(truth[0], after.Measure(false, 1, CancellationToken.None).Conductance[0, 1], 1e-3 * Math.Abs(truth[0]));
        Assert.Empty(served.Board.Pulses);
    }

    [Fact]
    public void A_client_on_the_serial_port_is_told_that_one_on_TCP_has_the_board()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pseudo-terminals are there on Linux only.");
        using ServedBoard served = NewBoard();
        using TcpBoardServer tcp = new(served, 0);
        using PtyBoardServer pty = new(served);
        using HopfieldBoard first = new(Tcp(tcp), HopfieldBoard.NewTag());
        LinkPatience patience = Impatient with { Silence = TimeSpan.FromSeconds(1), Attempts = 1 };
        Assert.Contains(
            "busy", Assert.Throws<BoardLinkException>(() => new HopfieldBoard(Serial(pty), HopfieldBoard.NewTag(), patience)).Message);
        Assert.Equal("1", first.Say("*OPC?"));
    }

    [Fact]
    public void A_client_that_comes_as_another_leaves_gets_the_seat()
    {
        using ServedBoard served = NewBoard();
        using TcpBoardServer server = new(served, 0);
        for (int i = 0; i < 30; i++)
        {
            using HopfieldBoard board = new(Tcp(server), HopfieldBoard.NewTag());
            Assert.Equal(4, board.NodeCount);
        }
    }

    private void Try(ServedBoard served, Func<IByteLink> open, LineFault fault)
    {
        int whole = 0;
        int refused = 0;
        int faults = 0;
        int repeats = 0;
        for (int trial = 0; trial < Sessions; trial++)
        {
            int before = served.Board.Pulses.Count;
            FaultyLink? link = null;
            Numbers? read = null;
            try
            {
                link = new FaultyLink(open(), fault, Rates[trial % Rates.Length], trial);
                using HopfieldBoard board = new(link, HopfieldBoard.NewTag(), Impatient);
                read = Session(board);
                repeats += board.Repeats;
                whole++;
            }
            catch (Exception e) when (e is BoardLinkException or BoardErrorException)
            {
                Assert.DoesNotContain('\n', e.Message);
                Assert.True(e.Message.Length < 900, e.Message);
                refused++;
            }

            faults += link?.Faults ?? 0;
            using HopfieldBoard clean = Next(open);
            int pulses = served.Board.Pulses.Count - before;
            Assert.InRange(pulses, read is null ? 0 : PulsesOfSession, PulsesOfSession);
            if (read is not null)
            {
                Numbers truth = Read(clean);
                Assert.Equal(truth.Conductance, read.Conductance);
                Assert.Equal(truth.Weights, read.Weights);
                Assert.Equal(truth.Energies, read.Energies);
                Assert.Equal(truth.Recalled, read.Recalled);
            }
        }

        output.WriteLine(
            $"{fault}: {Sessions} sessions, {whole} with the right numbers, {refused} with an error; {faults} bytes spoilt, {repeats} "
            + "frames sent again");
        Assert.True(whole > 0, "Not one session came through.");
        Assert.True(faults > Sessions, "The line was not bad.");
        Assert.Empty(served.Board.Hazards);
    }

    private static BoardLinkException SessionsUntilLost(HopfieldBoard board)
    {
        try
        {
            while (true)
                Session(board);
        }
        catch (BoardLinkException e)
        {
            return e;
        }
    }

    private static Numbers Session(HopfieldBoard board)
    {
        board.CalibrateReference(5, 200e-6, CancellationToken.None);
        board.Train(Taught, 5, 200e-6, 1, CancellationToken.None);
        board.Measure(false, 1, CancellationToken.None);
        return Read(board);
    }

    private static Numbers Read(HopfieldBoard board) => new(
        board.Fetch().Conductance.ToPairs(),
        board.Weights(),
        board.Energies(),
        string.Join(';', Enumerable.Range(0, 4).Select(k => board.Recall(Taught.Flip(k), RecallMode.Asynchronous, k).State)));

    private static HopfieldBoard Next(Func<IByteLink> open) => new(open(), HopfieldBoard.NewTag());

    private static ServedBoard NewBoard() => new(OjaFilm.Niu2024(), new BoardParameters { Seed = 1 });

    private static TcpLink Tcp(TcpBoardServer server) =>
        TcpLink.Open(BoardAddress.Parse($"tcp:127.0.0.1:{server.Port}"), TimeSpan.FromSeconds(5));

    private static SerialPortLink Serial(PtyBoardServer server) => SerialPortLink.Open(BoardAddress.Parse("serial:" + server.DeviceName));

    private sealed record Numbers(double[] Conductance, double[] Weights, double[] Energies, string Recalled);
}
