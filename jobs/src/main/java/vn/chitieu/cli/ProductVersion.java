package vn.chitieu.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of the product, which Maven writes into a resource from the pom. */
final class ProductVersion implements IVersionProvider {

    private static final String RESOURCE = "/vn/chitieu/version.properties";

    @Override
    public String[] getVersion() throws IOException {
        try (InputStream stream = ProductVersion.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "Expecting the resource " + RESOURCE + " but found none; build by Maven");
            }
            Properties properties = new Properties();
            properties.load(stream);
            return new String[] {"chitieu " + properties.getProperty("version")};
        }
    }
}
