using System.Text;

namespace MagHopfield.Toml;

/// <summary>Reads the text of a file that the user named, and says in one line why it cannot be read.</summary>
public static class InputText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a file in UTF-8, with a byte-order mark or without, or in UTF-16 or UTF-32 with one.</summary>
    /// <param name="path">Its path.</param>
    /// <exception cref="ProblemFileException">
    /// It is not there, is a folder, cannot be read, or is in another encoding; the message says which, where and how to mend it.
    /// </exception>
    public static string Read(string path)
    {
        byte[] bytes = Bytes(path);
        using StreamReader reader = new(new MemoryStream(bytes), Strict, detectEncodingFromByteOrderMarks: true);
        try
        {
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException e)
        {
            throw NotUtf8(path, bytes, e);
        }
    }

    private static byte[] Bytes(string path)
    {
        if (Directory.Exists(path))
            throw new ProblemFileException($"{path}: this is a folder; name a file in it.");

        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ProblemFileException($"{path}: there is no such file; check the path.", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new ProblemFileException($"{path}: the file cannot be read ({e.Message.TrimEnd('.')}); check its permissions.", e);
        }
        catch (Exception e) when (e is IOException or ArgumentException or NotSupportedException)
        {
            throw new ProblemFileException($"{path}: the file cannot be read ({e.Message.TrimEnd('.')}); check the path.", e);
        }
    }

    // The reader decodes in pieces, so its exception does not tell the place in the file.
    private static ProblemFileException NotUtf8(string path, byte[] bytes, Exception e)
    {
        int at = 0, line = 1, column = 1;
        while (at < bytes.Length
            && Rune.DecodeFromUtf8(bytes.AsSpan(at), out Rune rune, out int length) == System.Buffers.OperationStatus.Done)
        {
            (line, column) = rune.Value == '\n' ? (line + 1, 1) : (line, column + 1);
            at += length;
        }

        string latin = at < bytes.Length && bytes[at] >= 0xA0 ? $" (in Latin-1 it would be '{(char)bytes[at]}')" : "";
        string what = at < bytes.Length
            ? $"byte 0x{bytes[at]:X2} in column {column} is not UTF-8{latin}"
            : "the bytes are not those of the encoding that the file begins with";
        return new ProblemFileException($"{path}({line}): {what}; save the file as UTF-8.", e);
    }
}
