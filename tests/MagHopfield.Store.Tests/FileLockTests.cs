namespace MagHopfield.Store.Tests;

public sealed class FileLockTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("maghopfield-lock").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task One_holder_at_a_time_though_the_file_goes_away_with_each()
    {
        string path = Path.Combine(_root, ".lock");
        int inside = 0, most = 0, turns = 0;
        Task[] rivals =
        [
            .. Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    for (int k = 0; k < 200; k++)
                    {
                        using FileLock held = FileLock.Take(path);
                        most = Math.Max(most, Interlocked.Increment(ref inside));
                        turns++;
                        Thread.Yield();
                        Interlocked.Decrement(ref inside);
                    }
                },
                TaskCreationOptions.LongRunning)),
        ];
        await Task.WhenAll(rivals).WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal((1, 800), (most, turns));
        Assert.False(File.Exists(path));
    }

    [Fact]
    public void Who_does_not_wait_is_told_and_who_waits_can_be_ended()
    {
        string path = Path.Combine(_root, ".lock");
        using FileLock held = FileLock.Take(path);
        Assert.Null(FileLock.TryTake(path));
        using CancellationTokenSource end = new(50);
        Assert.Throws<OperationCanceledException>(() => FileLock.Take(path, end.Token));
    }

    [Fact]
    public void A_file_that_a_killed_holder_left_holds_nobody_up()
    {
        string path = Path.Combine(_root, ".lock");
        File.WriteAllText(path, "");
        using FileLock held = FileLock.TryTake(path)!;
        Assert.NotNull(held);
    }

    [Fact]
    public void A_folder_is_held_by_one_writer_and_a_new_one_of_which_nothing_came_goes_away()
    {
        string folder = Path.Combine(_root, "out");
        using (HeldFolder held = HeldFolder.Take(folder, TimeSpan.Zero))
        {
            string message = Assert.Throws<IOException>(() => HeldFolder.Take(folder, TimeSpan.FromMilliseconds(30))).Message;
            Assert.Contains("end the run that is at work there", message);
        }

        Assert.False(Directory.Exists(folder));
    }
}
