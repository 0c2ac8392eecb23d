using System.Text;

namespace MagHopfield.Toml.Tests;

public sealed class InputTextTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("toml").FullName;

    [Fact]
    public void A_Latin_1_file_is_told_by_line_column_and_byte()
    {
        string path = Save(Encoding.Latin1.GetBytes("name = \"a\"\n# Fläche\n[film]\nwidth = 1e-6\n"));
        ProblemFileException e = Assert.Throws<ProblemFileException>(() => TomlFile.Load(path));
        Assert.Equal($"{path}(2): byte 0xE4 in column 5 is not UTF-8 (in Latin-1 it would be 'ä'); save the file as UTF-8.", e.Message);
    }

    [Fact]
    public void A_character_cut_off_at_the_end_is_told()
    {
        string path = Save([.. "name = \"µ\"\n# "u8, 0xC3]);
        Assert.StartsWith(
            $"{path}(2): byte 0xC3 in column 3 is not UTF-8", Assert.Throws<ProblemFileException>(() => TomlFile.Load(path)).Message);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_byte_order_mark_tells_the_encoding(string encoding)
    {
        Encoding e = Encoding.GetEncoding(encoding);
        string path = Save([.. e.GetPreamble(), .. e.GetBytes("name = \"Fläche 𝛼\"\n")]);
        Assert.Equal("Fläche 𝛼", TomlFile.Load(path).Text("name"));
    }

    [Fact]
    public void A_folder_is_called_a_folder() => Assert.Equal(
        $"{_folder}: this is a folder; name a file in it.", Assert.Throws<ProblemFileException>(() => TomlFile.Load(_folder)).Message);

    [Fact]
    public void A_file_that_is_not_there_is_told() => Assert.EndsWith(
        "there is no such file; check the path.", Assert.Throws<ProblemFileException>(
            () => TomlFile.Load(Path.Combine(_folder, "no.toml"))).Message);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Save(byte[] bytes)
    {
        string path = Path.Combine(_folder, "a.toml");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
